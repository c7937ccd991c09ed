// How are chosen reminders shown while a page is open? On the page, or as a notice if allowed.

import { Banner } from './banner.ts'
import { Panel } from './panel.ts'

for (const root of document.querySelectorAll<HTMLElement>('[data-notifications]')) {
  new Panel(root).show()
}
for (const root of document.querySelectorAll<HTMLElement>('[data-reminders]')) {
  void new Banner(root).look()
}
