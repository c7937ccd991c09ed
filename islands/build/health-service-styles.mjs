// How do nhsuk-frontend's styles take on our colours, light and dark, from one style sheet?
//
// Its components mix tints and shades while Sass compiles, which a CSS custom property cannot
// take part in. This Sass importer serves the library under `nhs:`, with two of its files replaced
// by ours and its colour arithmetic left to the browser.
// See docs/decisions/0003-health-service-components-own-theme.md.

import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const LIBRARY = 'node_modules/nhsuk-frontend/dist/nhsuk'
const OURS = {
  'core/helpers/_colour.scss': 'islands/health-service/_colour.scss',
  'core/tools/_focused.scss': 'islands/health-service/_focused.scss',
}

/** Every file name that Sass allows a module to be written under. */
function candidates(path) {
  return [path, join(dirname(path), `_${basename(path)}.scss`), join(path, '_index.scss')]
}

/** The library's own text, with the other two kinds of colour arithmetic made CSS as well. */
function withRuntimeColours(source) {
  return source
    .replace(/color\.scale\((\$[\w-]+), \$lightness: -(\d+%)\)/g, 'nhsuk-shade($1, $2)')
    .replace(/rgba\((\$[\w-]+), (0\.\d+)\)/g, 'color-mix(in srgb, $1 calc(100% * $2), transparent)')
}

export const healthServiceStyles = {
  canonicalize(url) {
    if (!url.startsWith('nhs:')) return null
    const path = url.slice('nhs:'.length).replace(/^\//, '')
    const isFile = (name) => name.endsWith('.scss') && existsSync(join(LIBRARY, name))
    const found = candidates(path).find(isFile)
    return found ? new URL(`nhs:/${found}`) : null
  },
  load(canonical) {
    const path = canonical.pathname.slice(1)
    const contents = readFileSync(OURS[path] ?? join(LIBRARY, path), 'utf8')
    return { contents: OURS[path] ? contents : withRuntimeColours(contents), syntax: 'scss' }
  },
}
