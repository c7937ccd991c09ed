// Which lines were ticked? The card that a phone shows without a network names them, and leads on.

export function showSign(): void {
  const asked = new URLSearchParams(location.search)
  const lines = asked.getAll('line')
  const items = document.querySelector<HTMLElement>('[data-sign-items]')
  const next = document.querySelector<HTMLAnchorElement>('[data-sign-next]')
  if (!items || !next) throw new Error('sign page: a part is missing')
  for (const line of document.querySelectorAll<HTMLElement>('[data-line]')) {
    if (!lines.includes(line.dataset['line'] ?? '')) continue
    line.hidden = false
    for (const id of (line.dataset['items'] ?? '').split(' ').filter(Boolean)) {
      const link = document.createElement('a')
      link.href = `/check-in/item.${id}/?kind=${encodeURIComponent(asked.get('kind') ?? 'daily')}`
      link.textContent = `${items.dataset['text'] ?? ''}: ${line.textContent}`
      items.append(document.createElement('li'))
      items.lastElementChild?.append(link)
      items.hidden = false
    }
  }
  const to = asked.get('next') ?? ''
  // Only our own pages: the address bar is anyone's to write.
  if (/^\/(check-in|outbox|session)\/[^\\]*$/.test(to) && !to.startsWith('//')) next.href = to
}
