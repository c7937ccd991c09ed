// How is the service worker built? After everything else, as one plain script, with the list of what
// was built: each address with the hash of its bytes, so that a browser keeps one version as a whole.

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const OWN = 'spineward/web/static/spineward'
const KEPT = /\.(css|js|svg|woff2|webmanifest)$/

/** Vite's plugin that builds islands/worker into `out` once the rest is written. */
export function worker(out) {
  return {
    name: 'worker',
    writeBundle: {
      sequential: true,
      async handler() {
        const list = [...listed(out, '/static/built/'), ...listed(OWN, '/static/spineward/')]
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { 'self.__WB_MANIFEST': JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir: out,
            emptyOutDir: false,
            target: ['es2022', 'safari16'],
            rollupOptions: {
              input: 'islands/worker/main.ts',
              output: { format: 'iife', entryFileNames: 'worker.js', inlineDynamicImports: true },
            },
          },
        })
      },
    },
  }
}

function listed(folder, address) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => KEPT.test(name) && name !== 'worker.js')
    .sort()
    .map((name) => ({ url: address + name, revision: hashOf(join(folder, name)) }))
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
}
