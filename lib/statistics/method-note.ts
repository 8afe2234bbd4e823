import de from './content/method-de.json' with { type: 'json' }
import en from './content/method-en.json' with { type: 'json' }
import fr from './content/method-fr.json' with { type: 'json' }
import nl from './content/method-nl.json' with { type: 'json' }
import type { Policy } from './disclosure.rules'

type Note = {
  title: string
  sections: readonly (readonly string[])[]
  words: { few: string; about: string }
}
const notes: Readonly<Record<string, Note>> = { en, fr, nl, de }
export const noteLanguages = ['en', 'fr', 'nl', 'de'] as const

export type NoteFacts = {
  releaseId: string
  period: string
  frozenOn: string
  /** To the nearest ten; 0 below twenty. */
  leftOut: number
  policy: Policy
}

/** One page for whoever gets the file: what the numbers are, how they were checked, what they cannot promise. */
export function toNote(language: (typeof noteLanguages)[number], facts: NoteFacts): string {
  const { title, sections, words } = notes[language] ?? en
  const { base, threshold, width } = facts.policy
  const example = threshold * 3
  const values: Readonly<Record<string, string | number>> = {
    release: facts.releaseId,
    period: facts.period,
    frozen: facts.frozenOn,
    base,
    threshold,
    width,
    most: threshold - 1,
    example,
    exampleLow: example - base + 1,
    exampleHigh: example + base - 1,
    leftOut: facts.leftOut === 0 ? words.few : words.about.replace('{people}', String(facts.leftOut)),
  }
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  return [
    `# ${title}\n`,
    ...sections.map(([head = '', text = '']) => `## ${fill(head)}\n\n${fill(text)}\n`),
  ].join('\n')
}
