import fc from 'fast-check'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { whenLabels } from '@/components/ui/when-labels'
import { catalogue } from '@/lib/i18n/catalogue'
import { anyKnownWhen } from '../../../tests/support/given/when'
import { parseWhen } from './parse.rules'
import { readWhenCode, whenCode } from './when.rules'

const codeOf = (typed: string): string | null => {
  const read = parseWhen(typed)
  if ('problem' in read) return read.problem
  return read.when && whenCode(read.when)
}

describe('a date as people type it', () => {
  it.each([
    ['15/3/2009', '2009-03-15'],
    ['15-03-2009', '2009-03-15'],
    ['15.3.2009', '2009-03-15'],
    ['15 3 2009', '2009-03-15'],
    ['2009-03-15', '2009-03-15'],
    ['29/2/2008', '2008-02-29'],
    ['15 mars 2009', '2009-03-15'],
    ['le 1er avril 2009', '2009-04-01'],
    ['15 maart 2009', '2009-03-15'],
    ['15. März 2009', '2009-03-15'],
    ['am 3. Jänner 2009', '2009-01-03'],
    ['15th of March 2009', '2009-03-15'],
    ['March 15, 2009', '2009-03-15'],
    ['١٥/٣/٢٠٠٩', '2009-03-15'],
    ['15 أبريل 2009', '2009-04-15'],
    ['3/2009', '2009-03'],
    ['2009-03', '2009-03'],
    ['en août 2009', '2009-08'],
    ['mrt 2009', '2009-03'],
    ['im Dezember 2009', '2009-12'],
    ['févr. 2009', '2009-02'],
    ['كانون الثاني 2009', '2009-01'],
    ['2009', '2009'],
    ['en 2009', '2009'],
    ['2009-XX', '2009'],
    ['2009-03-XX', '2009-03'],
    ['ca. 2009', '2009~'],
    ['vers 2009', '2009~'],
    ['2009~', '2009~'],
    ['2009?', '2009~'],
    ['± 3/2009', '2009-03~'],
    ['rond 15 maart 2009', '2009-03-15~'],
    ['etwa Mai 2009', '2009-05~'],
    ['2009 environ', '2009~'],
    ['printemps 2019', '2019-21'],
    ["à l'été 2019", '2019-22'],
    ['zomer van 2019', '2019-22'],
    ['Herbst 2019', '2019-23'],
    ['winter 2018-2019', '2018-24'],
    ['hiver 2018/19', '2018-24'],
    ['entre 2008 et 2010', '2008/2010'],
    ['2008-2010', '2008/2010'],
    ['2008/2010', '2008/2010'],
    ['2008 or 2009', '2008/2009'],
    ['tussen maart en mei 2009', '2009-03/2009-05'],
    ['du 3 au 15 mars 2009', '2009-03-03/2009-03-15'],
    ['zwischen 3. März 2009 und Mai 2010', '2009-03-03/2010-05'],
    ['200X', '2000/2009'],
    ['?', 'not_known'],
    ['onbekend', 'not_known'],
    ['  ', null],
  ])('"%s" is %s', (typed, code) => expect(codeOf(typed)).toBe(code))

  it.each([
    ['30/2/2009', 'whenNoSuchDay'],
    ['29/2/2009', 'whenNoSuchDay'],
    ['3/15/2009', 'whenNoSuchDay'],
    ['15/3/09', 'whenWholeYear'],
    ["'09", 'whenWholeYear'],
    ['15 jui 2009', 'whenWhichMonth'],
    ['15/3/1809', 'whenOtherYear'],
    ['2190', 'whenOtherYear'],
    ['winter 2018', 'whenWhichWinter'],
    ['winter 2018-2020', 'whenWhichWinter'],
    ['between 2010 and 2008', 'endBeforeStart'],
    ['when Kalimo was small', 'whenNotRead'],
    ['15', 'whenWholeYear'],
    ['15//2009', 'whenNotRead'],
  ])('"%s" is refused: %s', (typed, problem) => expect(codeOf(typed)).toBe(problem))

  it.each(['en', 'fr', 'nl', 'de'] as const)(
    'what is printed in %s is read again as the same date',
    async (locale) => {
      const messages = await catalogue[locale]()
      const words = whenLabels(createTranslator({ locale, messages, namespace: 'when' }), locale)
      fc.assert(
        fc.property(anyKnownWhen, (when) => {
          const printed = words.known(when)
          expect(printed).not.toMatch(/\d\/\d|\d-\d/)
          expect(parseWhen(printed)).toEqual({ when })
        }),
        { numRuns: 500 },
      )
    },
  )

  it.each([
    ['fr', '2009-03-15~', 'vers le 15\u00a0mars\u00a02009'],
    ['fr', '2019-21/2019-22', 'entre le printemps 2019 et l’été 2019'],
    ['nl', '2018-24', 'winter 2018–2019'],
    ['de', '2009-03-15/2009-05', 'zwischen dem 15.\u00a0März\u00a02009 und Mai\u00a02009'],
    ['en', '2009~', 'around 2009'],
    ['en', 'declined', 'prefers not to say'],
    ['en', '2009-01-01', '1\u00a0January\u00a02009 (1 January often means: exact day unknown)'],
  ] as const)('in %s, %s reads "%s"', async (locale, code, printed) => {
    const messages = await catalogue[locale]()
    const words = whenLabels(createTranslator({ locale, messages, namespace: 'when' }), locale)
    expect(words.say(readWhenCode(code))).toBe(printed)
  })
})
