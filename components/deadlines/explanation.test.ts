import { readFileSync } from 'node:fs'
import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isNotified } from '@/lib/deadlines/count.rules'
import { NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import { deadlineRuleExceptionFile, deadlineRuleFile } from '@/lib/deadlines/rule.schema'
import { waysOf } from '@/lib/deadlines/shipped'
import { startDeadlines } from '@/lib/deadlines/start.rules'
import { drawn } from '@/tests/support/sweep'
import { type Explained, Explanation } from './explanation'

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const { sources, firstDays, rows } = deadlineRuleFile.parse(
  JSON.parse(text('prisma/reference/be/deadline-rules.json')),
)
const exceptions = deadlineRuleExceptionFile.parse(
  JSON.parse(text('prisma/reference/be/deadline-rule-exceptions.json')),
).rows
const LOCALES = ['en', 'fr', 'nl', 'de'] as const
type Locale = (typeof LOCALES)[number]
const words = z.record(z.string(), z.json())
const read = (locale: Locale) => words.parse(JSON.parse(text(`messages/${locale}/deadlines.json`)))
const MESSAGES = { en: read('en'), fr: read('fr'), nl: read('nl'), de: read('de') }

/** What a page shows of a deadline that was counted on a Friday before a weekend, in the words of a reader. */
const shown = (locale: Locale, deadline: Explained, code: string) => {
  const missing: string[] = []
  const exception = exceptions.find(({ codes }) => codes.includes(code))?.text
  const page = () =>
    NextIntlClientProvider({
      locale,
      timeZone: 'Europe/Brussels',
      messages: { deadlines: MESSAGES[locale] },
      onError: ({ message }: Error) => missing.push(message),
      children: createElement(Explanation, { deadline, exception }),
    })
  const markup = renderToStaticMarkup(createElement(page))
  return { missing, said: markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

const day = { on: '2026-12-11', at: '10:30', lodgedOn: '2025-03-03', registeredOn: null }
const LETTERS = [
  null,
  { kind: 'period', amount: 15, unit: 'calendar_day' },
  { kind: 'lastDay', on: '2027-01-04' },
] as const
const LODGED = ['2025-03-03', '2026-07-01', null] as const

/** Every way in which a rule can answer: by each notification, each fact of its periods, each law and each letter. */
const answersOf = (rule: ReturnType<typeof toRule>): Explained[] => {
  const { event, when, periods, regime } = rule
  const ways = isNotified(rule) ? [null, ...NOTIFICATIONS.codes] : [null]
  const laws = regime === 'ANY' ? [null] : LODGED
  const facts = [...when.all, ...when.any.slice(0, 1)]
  const triggers = [
    ...ways.map((notification) => ({ ...day, event, notification, facts })),
    ...periods.map((one) => ({
      ...day,
      event,
      notification: null,
      facts: one.when === null ? facts : [...facts, one.when],
    })),
    ...laws.map((lodgedOn) => ({ ...day, event, notification: null, facts, lodgedOn })),
  ]
  return triggers.flatMap((trigger) =>
    LETTERS.flatMap((letter) =>
      startDeadlines([rule], trigger, letter).map((started) => ({
        explanation: started,
        rule: { title: rule.title, sources: rule.read },
        ruling: null,
      })),
    ),
  )
}
const toRule = (row: (typeof rows)[number]) => ({
  ...row,
  version: row.edition,
  firstDays: waysOf(firstDays, row),
  read: row.sources.flatMap((key) => sources.filter((one) => one.key === key)),
})

/** English words of the reference data that a reader of another language must not meet outside the title of a source. */
const ENGLISH = /\b(Act|Regulation|and|undated|later copy|par\.)\b/

describe('every deadline that a rule can set', () => {
  it.each(rows.map((row) => [`${row.code}, edition ${row.edition}`, row] as const))(
    '%s: says how it was counted, by which rule, how sure it is and where it was read, in four languages',
    (_, row) => {
      const rule = toRule(row)
      const answers = answersOf(rule).filter((_, index) => index % drawn(8, 1) === 0)
      expect(answers.length).toBeGreaterThan(0)
      for (const deadline of answers) {
        const told = LOCALES.map((locale) => shown(locale, deadline, row.code))
        expect(told.flatMap(({ missing }) => missing)).toEqual([])
        const exception = exceptions.find(({ codes }) => codes.includes(row.code))
        for (const [index, locale] of LOCALES.entries())
          expect(told[index]?.said).toContain(exception?.text[locale].replace(/\s+/g, ' '))
        for (const { said } of told) {
          expect(said).toContain(row.code)
          for (const { address } of rule.read) expect(said).toContain(address)
          expect(said).not.toMatch(/undefined|null|NaN|\{|\}/)
        }
        // Four languages, each with its own words.
        expect(new Set(told.map(({ said }) => said)).size).toBe(LOCALES.length)
        for (const { said } of told.slice(1)) {
          const own = rule.read.reduce(
            (left, { title, address }) => left.replace(title, '').replace(address, ''),
            said,
          )
          expect(own).not.toMatch(ENGLISH)
        }
      }
    },
  )
})
