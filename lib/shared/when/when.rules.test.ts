import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyKnownWhen, anyPoint, anyWhen } from '../../../tests/support/given/when'
import { daysBetween } from '../dates'
import { columnsWhen, toWhenColumns, typedColumns } from './columns.rules'
import { boundsOf, isPlaceholder, isYear, readWhenCode, toBetween, whenCode } from './when.rules'

describe('what a date can mean', () => {
  it.each([
    { code: '2009-03-15', from: '2009-03-15', to: '2009-03-15' },
    { code: '2008-02', from: '2008-02-01', to: '2008-02-29' },
    { code: '2009-02', from: '2009-02-01', to: '2009-02-28' },
    { code: '2009', from: '2009-01-01', to: '2009-12-31' },
    { code: '2019-21', from: '2019-03-01', to: '2019-05-31' },
    { code: '2019-24', from: '2019-12-01', to: '2020-02-29' },
    { code: '2018-24', from: '2018-12-01', to: '2019-02-28' },
    { code: '2009~', from: '2008-01-01', to: '2010-12-31' },
    { code: '2009-01~', from: '2008-12-01', to: '2009-02-28' },
    { code: '2008-03-01~', from: '2008-02-23', to: '2008-03-08' },
    { code: '2018-24~', from: '2018-11-01', to: '2019-03-31' },
    { code: '2008-11/2010', from: '2008-11-01', to: '2010-12-31' },
  ])('$code reaches from $from to $to', ({ code, from, to }) => {
    const when = readWhenCode(code)
    expect(
      when?.form === 'not_known' || when?.form === 'declined' || when === null ? null : boundsOf(when),
    ).toEqual({
      earliest: from,
      latest: to,
    })
  })

  it('comes back from its code', () => {
    fc.assert(
      fc.property(anyWhen, (when) => {
        expect(when === null ? null : readWhenCode(whenCode(when))).toEqual(when)
      }),
    )
  })

  it('about reaches further than what it is about, on both sides', () => {
    fc.assert(
      fc.property(anyPoint, (of) => {
        const [wide, narrow] = [boundsOf({ form: 'about', of }), boundsOf(of)]
        expect(daysBetween(wide.earliest, narrow.earliest)).toBeGreaterThanOrEqual(7)
        expect(daysBetween(narrow.latest, wide.latest)).toBeGreaterThanOrEqual(7)
      }),
    )
  })

  it('a span holds both of its ends', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (from, to) => {
        const when = toBetween(from, to)
        if (when === null) expect(boundsOf(to).latest < boundsOf(from).earliest).toBe(true)
        else
          expect(boundsOf(when)).toEqual({
            earliest: boundsOf(from).earliest,
            latest: boundsOf(to).latest,
          })
      }),
    )
  })

  it('only a day that was given as a day is one day, and only then can it be a suspicious 1 January', () => {
    fc.assert(
      fc.property(anyKnownWhen, (when) => {
        const { earliest, latest } = boundsOf(when)
        expect(earliest <= latest).toBe(true)
        if (when.form !== 'exact' && when.form !== 'between') expect(earliest < latest).toBe(true)
        expect(isPlaceholder(when)).toBe(when.form === 'exact' && when.day.slice(5) === '01-01')
      }),
    )
  })

  it.each([
    '2009-13',
    '2009-02-29',
    '1899',
    '2101',
    '2009-25',
    '2009/',
    '2010/2009',
    '2009~/2010',
    '09',
    '',
    '2009-3',
  ])('"%s" is no code', (code) => expect(readWhenCode(code)).toBeNull())

  it('a year is whole and within a life', () => {
    expect([1899, 1900, 2100, 2101, 2009.5, Number.NaN].map(isYear)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a date in a table', () => {
  it('comes back from its columns', () => {
    fc.assert(
      fc.property(anyWhen, (when) => {
        const columns = toWhenColumns(when && { when, text: 'as typed', basis: 'said' })
        expect(columnsWhen(columns)).toEqual(when)
        expect(columns.from === null).toBe(columns.to === null)
      }),
    )
  })

  it('keeps the words it was typed in, and three kinds of silence apart', () => {
    expect(typedColumns(' printemps 2019 ', 'document')).toEqual({
      when: '2019-21',
      from: new Date('2019-03-01'),
      to: new Date('2019-05-31'),
      text: 'printemps 2019',
      basis: 'document',
    })
    const none = { from: null, to: null, text: null, basis: null }
    expect(typedColumns('', 'said')).toEqual({ when: null, ...none })
    expect(typedColumns('not_known', 'said')).toEqual({ when: 'not_known', ...none })
    expect(typedColumns('declined', 'said')).toEqual({ when: 'declined', ...none })
    expect(typedColumns('Kalimo said so', 'said')).toBeNull()
  })
})
