import fs from 'node:fs'
import path from 'node:path'
import { findWholeChromium } from '../../scripts/chromium.mjs'

/** Files of a profile in which a text stands as bytes of UTF-8 or UTF-16, at whatever offset. */
export const findOnDisk = (folder: string, text: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file)
      return bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le')
    })
    .map((file) => path.relative(folder, file))

/** The browser that keeps what a colleague's browser keeps. */
export const wholeChromium = (): string => {
  const found = findWholeChromium()
  if (found === undefined)
    throw new Error(
      'This test needs a Chromium with a window ("apt-get install chromium"): the shell keeps no session.',
    )
  return found
}
