import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { rendered, withFigures } from './reading-examples.mjs'
import { kindOf, messagesShown } from './reading-strings.mjs'

const folder = mkdtempSync(join(tmpdir(), 'reading-sheet-'))
const published = join(folder, 'published.json')
const kinds = ['button', 'error', 'explanation', 'heading', 'hint', 'label'] as const
writeFileSync(
  published,
  JSON.stringify({
    names: ['Elsewhere'],
    strings: Array.from({ length: 80 }, (_, at) => ({
      text: `Text ${at} of <b>Elsewhere</b> isn't "ours"`,
      kind: kinds[at % kinds.length],
      place: 'a page',
      address: `elsewhere.example/${at}`,
    })),
  }),
)
const sheet = z.object({ lines: z.array(z.looseObject({ number: z.number(), text: z.string() })) })
const key = z.object({
  commit: z.string(),
  answers: z.array(z.object({ number: z.number(), whose: z.string(), id: z.string() })),
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/reading-sheet.mjs', ...args], { encoding: 'utf8' })
const drawn = (into: string, language: string) => {
  const { status, stderr } = run('draw', language, published, join(folder, into), 'HEAD')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const read = (name: string) => readFileSync(join(folder, into, name), 'utf8')
  return {
    paper: read(`sheet-${language}.md`),
    lines: sheet.parse(JSON.parse(read(`sheet-${language}.json`))).lines,
    answers: key.parse(JSON.parse(read(`key-${language}.json`))).answers,
  }
}

describe('the sheet of a reader', () => {
  const english = drawn('once', 'en')
  const german = drawn('other', 'de')

  it('is drawn by the hash of the commit: the same again, other texts in another language', () => {
    const once = english
    expect(drawn('again', 'en')).toEqual(once)
    expect(once.answers.filter(({ whose }) => whose === 'ours')).toHaveLength(300)
    expect(once.answers.filter(({ whose }) => whose === 'published')).toHaveLength(60)
    const ids = ({ answers }: typeof once) => new Set(answers.map(({ id }) => id))
    expect(ids(once).size).toBe(360)
    expect([...ids(once)].filter((id) => ids(german).has(id)).length).toBeLessThan(150)
  })

  it('does not say whose a text is', () => {
    const { paper, lines, answers } = german
    expect(lines.map(({ number }) => number)).toEqual(answers.map(({ number }) => number))
    expect(new Set(lines.map((line) => Object.keys(line).sort().join(' '))).size).toBe(1)
    expect(paper).not.toMatch(/Accompany|Elsewhere|elsewhere|<b>|isn't|"|\{|\}/)
    const order = answers.map(({ whose }) => whose)
    expect(order.slice(0, 60)).toContain('ours')
    expect(order.slice(0, 60)).toContain('published')
  })

  it('is counted: ours no more often than the published ones, and at most one in twenty', () => {
    const { answers } = english
    const numbers = (whose: string, most: number) =>
      answers
        .filter((answer) => answer.whose === whose)
        .slice(0, most)
        .map(({ number }) => String(number))
    const count = (...marked: string[]) => run('count', join(folder, 'once/key-en.json'), ...marked)
    expect(count(...numbers('ours', 15), ...numbers('published', 3)).status).toBe(0)
    expect(count(...numbers('ours', 15), ...numbers('published', 2)).status).toBe(1)
    expect(count(...numbers('ours', 16), ...numbers('published', 30)).status).toBe(1)
    expect(count(...numbers('ours', 1)).stdout).toContain('ours: 1 of 300 marked (0.3 %)')
  })

  it('refuses a language that is not ours with a sentence', () => {
    expect(run('draw', 'it', published, folder)).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('a text of ours', () => {
  const around = { language: 'en', seed: 'x', english: '' } as const

  it('is shown with values that could be', () => {
    expect(rendered('{name} gave “{label}” on {on}.', around)).toBe(
      'Amina Diallo gave “Date of birth” on 12 March 2026.',
    )
    expect(rendered('<b>Two</b>\nlines', around)).toBe('Two / lines')
    expect(rendered('{count, plural, one {One task} other {# tasks}}', around)).toMatch(
      /^(One task|3 tasks)$/,
    )
    const figures = new Map([['share', { value: 58, unit: 'percent' }]])
    expect(withFigures('{share} live in Flanders', figures, 'en')).toBe('58 % live in Flanders')
  })

  it('has its kind and the lines around it in its block', () => {
    const tree = {
      title: 'Goals',
      goal: { one: 'First goal', two: 'Save goal', three: 'Third goal' },
      nameHint: 'As written.',
    }
    const texts = messagesShown('tasks', tree, new Map([['goal.two', 'Save goal']]), 'en', 'x')
    expect(texts.map(({ kind }) => kind)).toEqual(['heading', 'label', 'button', 'label', 'hint'])
    expect(texts[2]).toMatchObject({ before: 'First goal', after: 'Third goal', place: 'tasks of a file' })
    expect(kindOf('errors.required', 'Fill in “{label}”.')).toBe('error')
  })
})
