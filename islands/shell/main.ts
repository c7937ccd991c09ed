// What does script add to a page? Comfort only: 'none of these' unticks the rest, an error
// summary takes the focus. Every page works without it.

import { Checkboxes, ErrorSummary, SkipLink } from 'nhsuk-frontend'
import './main.scss'

const COMPONENTS = [
  ['nhsuk-checkboxes', Checkboxes],
  ['nhsuk-error-summary', ErrorSummary],
  ['nhsuk-skip-link', SkipLink],
] as const

// nhsuk-frontend's scripts start only on a body with this class.
document.body.classList.add('nhsuk-frontend-supported')

for (const [module, Component] of COMPONENTS) {
  for (const root of document.querySelectorAll(`[data-module="${module}"]`)) {
    new Component(root)
  }
}
