// How do nhsuk-frontend's styles take on our colours, light and dark, from one style sheet?
//
// Its components mix tints and shades while Sass compiles, which a CSS custom property cannot
// take part in. This Sass importer serves the library under `nhs:` with its colour arithmetic
// replaced by CSS color-mix(), which the browser works out from whichever theme is on.
// See docs/decisions/0003-health-service-components-own-theme.md.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = 'node_modules/nhsuk-frontend/dist/nhsuk'
const COLOURS = 'core/helpers/_colour.scss'

const OUR_COLOURS = `
@use "sass:map";
@use "../settings/colours-palette" as *;
@function nhsuk-colour($name) {
  @if not map.has-key($nhsuk-colours, $name) { @error "Unknown colour #{$name}"; }
  @return map.get($nhsuk-colours, $name);
}
@function nhsuk-colour-compatible($colour) { @return $colour; }
@function nhsuk-shade($colour, $share) { @return color-mix(in srgb, var(--ink) $share, $colour); }
@function nhsuk-tint($colour, $share) { @return color-mix(in srgb, var(--paper) $share, $colour); }
`

/** The library's own text, with the two other kinds of colour arithmetic it uses made CSS as well. */
function withRuntimeColours(source) {
  return source
    .replace(/color\.scale\((\$[\w-]+), \$lightness: -(\d+%)\)/g, 'nhsuk-shade($1, $2)')
    .replace(/rgba\((\$[\w-]+), (0\.\d+)\)/g, 'color-mix(in srgb, $1 calc(100% * $2), transparent)')
}

/** Every file name that Sass allows a module to be written under. */
function candidates(path) {
  const folder = dirname(path)
  const name = path.slice(folder.length + 1)
  return [path, `${path}.scss`, join(folder, `_${name}.scss`), join(path, '_index.scss')]
}

export const healthServiceStyles = {
  canonicalize(url) {
    if (!url.startsWith('nhs:')) return null
    const path = url.slice('nhs:'.length).replace(/^\//, '')
    const found = candidates(path).find((name) => name.endsWith('.scss') && existsSync(join(ROOT, name)))
    return found ? new URL(`nhs:/${found}`) : null
  },
  load(canonical) {
    const path = canonical.pathname.slice(1)
    if (path === COLOURS) return { contents: OUR_COLOURS, syntax: 'scss' }
    return { contents: withRuntimeColours(readFileSync(join(ROOT, path), 'utf8')), syntax: 'scss' }
  },
}
