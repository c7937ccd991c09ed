// Which fonts does the printed report have? Those of the pages, as plain TrueType: Typst, which makes
// the PDF, reads no web fonts. WOFF is TrueType with each table packed by zlib (W3C, WOFF 1.0), so
// unpacking gives the very same letters. Only the file of western letters: of two files of one family
// and weight Typst takes either. Other letters come from the fonts that Typst has in itself.

import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

const FILES = 'node_modules/@fontsource/atkinson-hyperlegible-next/files'
const NAME = 'atkinson-hyperlegible-next'
const HEAD = 44
const ENTRY = 20

/** Vite's plugin that puts the fonts of the printed report beside those of the pages. */
export const printFonts = {
  name: 'print-fonts',
  generateBundle() {
    for (const weight of [400, 700]) {
      const file = `${NAME}-latin-${weight}-normal`
      const source = trueType(readFileSync(`${FILES}/${file}.woff`))
      this.emitFile({ type: 'asset', fileName: `print-fonts/${file}.ttf`, source })
    }
  },
}

/** The tables of a WOFF file, unpacked, in the order in which they stand. */
function tables(woff) {
  const count = woff.readUInt16BE(12)
  return Array.from({ length: count }, (_, nth) => {
    const at = HEAD + nth * ENTRY
    const start = woff.readUInt32BE(at + 4)
    const packed = woff.subarray(start, start + woff.readUInt32BE(at + 8))
    const length = woff.readUInt32BE(at + 12)
    const data = packed.length < length ? inflateSync(packed) : packed
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), data }
  })
}

/** A WOFF file as the TrueType or OpenType file that it was made of. */
export function trueType(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file')
  const found = tables(woff)
  const directory = Buffer.alloc(12 + 16 * found.length)
  const power = Math.floor(Math.log2(found.length))
  directory.writeUInt32BE(woff.readUInt32BE(4), 0)
  directory.writeUInt16BE(found.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (found.length - 2 ** power), 10)
  const parts = [directory]
  let offset = directory.length
  found.forEach(({ tag, sum, data }, nth) => {
    const at = 12 + 16 * nth
    tag.copy(directory, at)
    directory.writeUInt32BE(sum, at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(data.length, at + 12)
    const padded = Buffer.concat([data], Math.ceil(data.length / 4) * 4)
    parts.push(padded)
    offset += padded.length
  })
  return Buffer.concat(parts)
}
