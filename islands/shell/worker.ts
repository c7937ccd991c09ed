// How does a page work with the service worker? It starts it, asks it to keep the pages, and offers
// a new version, though never while a session runs.

/** Pages at rest, from which the copies are made anew; a question page is not one. */
const AT_REST = ['/', '/diary/', '/care/', '/settings/', '/plan/', '/outbox/']

export async function startWorker(notice: HTMLElement | null): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  // The page comes first; what the worker fetches can wait.
  if (document.readyState !== 'complete') {
    await new Promise((done) => addEventListener('load', done, { once: true }))
  }
  const workers = navigator.serviceWorker
  const options: RegistrationOptions = { scope: '/', updateViaCache: 'none' }
  const found: unknown = await workers.register('/worker.js', options)
  // A browser that was told to have no workers answers with nothing.
  if (!(found instanceof ServiceWorkerRegistration)) return
  const registration = found
  const inSession = location.pathname.startsWith('/session/')
  if (notice && !inSession) {
    const offer = () => {
      // Without a controller this is the first version, and nothing waits for anyone.
      if (registration.waiting && workers.controller) notice.hidden = false
    }
    notice.querySelector('button')?.addEventListener('click', () => useNew(registration))
    offer()
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer)
    })
  }
  const ready = await workers.ready
  if (AT_REST.includes(location.pathname)) ready.active?.postMessage('keep-pages')
}

function useNew(registration: ServiceWorkerRegistration): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration.waiting?.postMessage('take-over')
}

/** All that this browser kept goes: the copies, what waited, and the mark that it was here. */
export async function forgetHere(): Promise<void> {
  navigator.serviceWorker?.controller?.postMessage('forget')
  localStorage.clear()
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.startsWith('spineward')) await caches.delete(name)
  }
  indexedDB.deleteDatabase('spineward')
}
