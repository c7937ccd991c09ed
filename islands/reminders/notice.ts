// May this browser show a notice, and how is one shown? Nothing is sent anywhere for it.

/** How long a browser may take to say that a notice is shown. */
const LONGEST_MS = 2_000

export type Permission = 'missing' | NotificationPermission

export function permission(): Permission {
  if (typeof Notification === 'undefined' || !window.isSecureContext) return 'missing'
  return Notification.permission
}

/** Calls back whenever the permission may have changed, also in the browser's own settings. */
export async function watchPermission(changed: () => void): Promise<void> {
  document.addEventListener('visibilitychange', changed)
  try {
    const status = await navigator.permissions.query({ name: 'notifications' })
    status.addEventListener('change', changed)
  } catch {
    // A browser that cannot be asked: the page looks again when it comes back into view.
  }
}

/** Shows a notice; false where the browser will not. The same tag shows once, from any tab. */
export async function notify(title: string, text: string, tag: string): Promise<boolean> {
  if (permission() !== 'granted') return false
  const options = { body: text, tag, icon: '/static/spineward/icon.svg' }
  try {
    const worker = await navigator.serviceWorker?.getRegistration()
    if (worker?.active) {
      await worker.showNotification(title, options)
      return true
    }
    const notice = new Notification(title, options)
    notice.addEventListener('click', () => {
      window.focus()
      window.location.assign('/')
    })
    return await new Promise((resolve) => {
      notice.addEventListener('show', () => resolve(true))
      notice.addEventListener('error', () => resolve(false))
      // One that was made and neither shown nor refused is held back by the device.
      window.setTimeout(() => resolve(true), LONGEST_MS)
    })
  } catch {
    // Some browsers allow notices and still refuse to make one from a page.
    return false
  }
}
