// What waits to be sent? The page of the outbox: a list, a button to send it, and one to save it.

import { open, type Kept } from '../shared/outbox.ts'
import { told, trust } from './keeping.ts'

export async function showOutbox(root: HTMLElement): Promise<void> {
  const part = (name: string) => {
    const found = root.querySelector<HTMLElement>(`[data-outbox-${name}]`)
    if (!found) throw new Error(`outbox page: data-outbox-${name} is missing`)
    return found
  }
  const outbox = await open()
  const list = async () => part('list').replaceChildren(...(await outbox.notInDiary()).map((kept) => line(kept, root.dataset)))
  const found = await trust(outbox, (await outbox.all()).length > 0)
  outbox.watch((state) => {
    const waits = state.unsent + state.refused > 0
    part('state').textContent = root.dataset[waits ? 'waits' : 'saved'] ?? ''
    // With nothing here there is nothing to do, and nothing to be warned of.
    part('ways').hidden = !waits
    part('brief').hidden = !waits || !found.brief
    ;(part('send') as HTMLButtonElement).disabled = !state.unsent
    void list()
  })
  part('send').addEventListener('click', () => void outbox.send())
  part('save').addEventListener('click', async () => save(await outbox.file()))
  part('lost').hidden = !found.lost
  part('full').hidden = !found.full
  part('plain').hidden = isSecureContext
  await told(outbox)
  root.hidden = false
  document.querySelector<HTMLElement>('[data-outbox-none]')!.hidden = true
}

function line({ event, stage, why }: Kept, said: DOMStringMap): HTMLElement {
  const item = document.createElement('li')
  const when = new Date(event.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const what = event.what === 'form' ? (event.path.includes('note') ? said['note'] : said['form']) : said['session']
  item.textContent = `${when}: ${what ?? ''}`
  if (stage === 'refused') item.append(`. ${said['unread'] ?? ''} ${why ?? ''}`)
  return item
}

function save(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
