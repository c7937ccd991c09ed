// What does script add to a page? Comfort ('none of these' unticks the rest, an error summary takes
// the focus), and what a time without a network needs. Every page works without it.

import { Checkboxes, ErrorSummary, SkipLink } from 'nhsuk-frontend'
import './main.scss'
import { showOutbox } from './outbox-page.ts'
import { showSign } from './sign-page.ts'
import { showState } from './state.ts'
import { forgetHere, startWorker } from './worker.ts'

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

const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)

async function withoutNetwork(): Promise<void> {
  // First, so that nothing is made anew while it goes.
  if (part('forget')) return forgetHere()
  const [line, outbox, lines] = ['shell-state', 'outbox', 'sign-lines'].map(part)
  if (lines) showSign()
  if (line) await showState(line)
  // Where nothing can be kept the page says so by itself.
  if (outbox) await showOutbox(outbox).catch(() => undefined)
  // A browser that lets no worker in shows the pages with the network all the same.
  await startWorker(part('new-version')).catch(() => undefined)
}

void withoutNetwork()
