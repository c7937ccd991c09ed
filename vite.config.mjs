// How are the islands built? Vite writes spineward/web/static/built: shell.css, the fonts of pages
// and of print, icons.svg, and for each folder of islands/ with a main.ts one script of its name, with
// a main.scss one sheet of styles, all under plain names, each text also gzipped for the server to
// send as it is. A sheet of its own is for what no session carries: the session page has a weight.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig } from 'vite'
import { healthServiceStyles } from './islands/build/health-service-styles.mjs'
import { iconSheet } from './islands/build/icon-sheet.mjs'
import { printFonts } from './islands/build/print-fonts.mjs'
import { worker } from './islands/build/worker.mjs'

const OUT = 'spineward/web/static/built'

// The worker is built after the rest (islands/build/worker.mjs): it carries the list of it.
const entries = readdirSync('islands')
  .filter((name) => name !== 'worker' && existsSync(`islands/${name}/main.ts`))

const sheets = readdirSync('islands').filter((name) => existsSync(`islands/${name}/main.scss`) && name !== 'shell')

const icons = {
  name: 'icons',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'icons.svg', source: iconSheet('islands/icons.json') })
  },
}

const gzip = {
  name: 'gzip',
  writeBundle() {
    for (const name of readdirSync(OUT)) {
      if (!/\.(css|js|svg)$/.test(name)) continue
      const path = join(OUT, name)
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }))
    }
  },
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [icons, printFonts, worker(OUT), gzip],
  css: { preprocessorOptions: { scss: { importers: [healthServiceStyles] } } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['es2022', 'safari16'],
    rollupOptions: {
      input: Object.fromEntries([
        ...entries.map((name) => [name, `islands/${name}/main.ts`]),
        ...sheets.map((name) => [name, `islands/${name}/main.scss`]),
      ]),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.woff2') ? 'fonts/[name][extname]' : '[name][extname]',
      },
    },
  },
})
