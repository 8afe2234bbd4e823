import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

// One page, one style, one script, all of it in one file: it needs nothing beside itself where there is no network. The policy names the
// two by what they are, so that nothing else could run there, whatever stood in the data.

export type Shell = { readonly html: string; readonly policy: string }

const HOME = path.join(process.cwd(), 'lib', 'countries', 'offline')
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

let made: Shell | null = null

/** The page that a device shows of a country without a network, and the policy that it is kept with. */
export const shell = (): Shell => {
  if (made !== null) return made
  const script = readFileSync(path.join(HOME, 'shell-script.mjs'), 'utf8')
  const style = readFileSync(path.join(HOME, 'shell.css'), 'utf8')
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Accompany</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
    `<style>${style}</style></head><body><main id="main"></main><script type="module">${script}</script></body></html>`,
  ].join('')
  made = { html, policy }
  return made
}
