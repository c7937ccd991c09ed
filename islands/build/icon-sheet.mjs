// Which icons do pages have? Those that islands/icons.json names, drawn from the Lucide set (ISC),
// as one sheet whose symbols a page points at: <svg class="icon"><use href="...icons.svg#heart"/></svg>

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const lucide = createRequire(import.meta.url)('@iconify-json/lucide/icons.json')

/** The drawing of one icon, following the set's own list of renamed icons. */
function drawing(name) {
  const icon = lucide.icons[name] ?? lucide.icons[lucide.aliases?.[name]?.parent]
  if (!icon) throw new Error(`islands/icons.json names '${name}', which Lucide does not have`)
  return icon.body
}

export function iconSheet(listPath) {
  const names = JSON.parse(readFileSync(listPath, 'utf8'))
  const symbols = names.map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${drawing(name)}</symbol>`)
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`
}
