import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

// An office program that shares no code with the libraries which write our documents: LibreOffice draws their pages, and a reader of pages
// says what each holds. What it draws depends on the faces of letters: ours is Arial, or what is exactly as wide.

const NEEDED = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils' } as const

const answers = (program: string, ...given: readonly string[]): string => {
  const run = spawnSync(program, given, { encoding: 'utf8' })
  return run.error === undefined ? `${run.stdout}${run.stderr}` : ''
}
const packages = [
  ...Object.entries(NEEDED).flatMap(([program, name]) => (answers('which', program) === '' ? [name] : [])),
  ...(/Liberation|Arimo|Arial/.test(answers('fc-match', 'Arial')) ? [] : ['fonts-liberation']),
]

/** Whether documents can be drawn here; says what to install where they cannot. */
export const hasOffice = packages.length === 0
if (!hasOffice)
  process.stderr.write(
    `\nNOT TESTED: no document was drawn by an office program. On Debian: apt-get install --no-install-recommends ${packages.join(' ')}\n`,
  )

/** A folder in which documents are drawn, with a profile of its own: an office program that is open here would take the work and say nothing. */
export const openOffice = () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-'))
  return {
    /** The text of each page of each document. */
    draw: (documents: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, readonly string[]>> => {
      const names = Object.keys(documents)
      for (const [name, bytes] of Object.entries(documents))
        writeFileSync(join(folder, `${name}.docx`), bytes)
      const made = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          ...names.map((name) => join(folder, `${name}.docx`)),
        ],
        { encoding: 'utf8', timeout: 180_000 },
      )
      expect(made.status, made.stderr).toBe(0)
      return Object.fromEntries(
        names.map((name) => {
          expect(spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`)]).status, name).toBe(0)
          const pages = readFileSync(join(folder, `${name}.txt`), 'utf8').split('\f')
          return [name, pages.filter((page) => page.trim() !== '')]
        }),
      )
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** The text of a page with every space as one. */
export const lined = (text: string): string => text.replaceAll(/\s+/g, ' ')
