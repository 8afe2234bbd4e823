import { describe, expect, it } from 'vitest'
import { type CalendarEntry, toCalendar, toInstant } from './calendar.view'

const entry = {
  kind: 'visit',
  uid: 'abc',
  onDate: '2026-12-01',
  startsAt: '13:30',
  endsAt: '16:00',
  centre: 'Closed centre Vottem',
  revision: 2,
} as const satisfies CalendarEntry
const now = new Date('2026-11-24T10:00:00Z')
const lines = (text: string): string[] => text.split('\r\n')

describe('the clock of Brussels', () => {
  it.each([
    { intention: 'winter', day: '2026-12-01', time: '13:30', at: '2026-12-01T12:30:00.000Z' },
    { intention: 'summer', day: '2026-07-01', time: '13:30', at: '2026-07-01T11:30:00.000Z' },
    {
      intention: 'the evening before winter time',
      day: '2026-10-24',
      time: '23:30',
      at: '2026-10-24T21:30:00.000Z',
    },
    { intention: 'the afternoon after it', day: '2026-10-25', time: '13:00', at: '2026-10-25T12:00:00.000Z' },
    {
      intention: 'the afternoon after summer time began',
      day: '2026-03-29',
      time: '13:00',
      at: '2026-03-29T11:00:00.000Z',
    },
  ])('$intention', ({ day, time, at }) => {
    expect(toInstant(day, time).toISOString()).toBe(at)
  })
})

describe('the calendar', () => {
  it('says visit, centre and hours, and nothing else about anyone', () => {
    const said = lines(toCalendar('en', [entry], now))
    expect(said).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Accompany//visits//EN',
      'NAME:Visits',
      'X-WR-CALNAME:Visits',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:abc',
      'SEQUENCE:2',
      'DTSTAMP:20261124T100000Z',
      'DTSTART:20261201T123000Z',
      'DTEND:20261201T150000Z',
      'SUMMARY:Visit · Closed centre Vottem',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  it.each([
    ['fr', 'SUMMARY:Visite · '],
    ['nl', 'SUMMARY:Bezoek · '],
    ['de', 'SUMMARY:Besuch · '],
  ])('speaks %s', (locale, summary) => {
    expect(toCalendar(locale, [entry], now)).toContain(summary)
  })

  it('makes a whole day of a visit without hours', () => {
    const said = lines(toCalendar('en', [{ ...entry, startsAt: null, endsAt: null }], now))
    expect(said).toContain('DTSTART;VALUE=DATE:20261201')
    expect(said.some((line) => line.startsWith('DTEND'))).toBe(false)
  })

  it.each([
    { locale: 'en', amount: 1, summary: 'SUMMARY:Deadline' },
    { locale: 'fr', amount: 2, summary: 'SUMMARY:2 échéances' },
    { locale: 'nl', amount: 3, summary: 'SUMMARY:3 termijnen' },
    { locale: 'de', amount: 1, summary: 'SUMMARY:Frist' },
  ])('says a number of deadlines and keeps the day free in $locale', ({ locale, amount, summary }) => {
    const said = lines(
      toCalendar(locale, [{ kind: 'deadlines', uid: 'x', onDate: '2026-12-01', revision: 1, amount }], now),
    )
    expect(said).toContain(summary)
    expect(said).toContain('TRANSP:TRANSPARENT')
    expect(said).toContain('DTSTART;VALUE=DATE:20261201')
  })

  it('survives a centre whose name holds what iCalendar means something by', () => {
    const said = toCalendar('en', [{ ...entry, centre: 'A;B,C\nBEGIN:VEVENT' }], now)
    expect(said.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
  })
})
