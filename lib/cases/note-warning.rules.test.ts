import { describe, expect, it } from 'vitest'
import { findOutOfPlace } from './note-warning.rules'

describe('a text that is typed', () => {
  it.each([
    ['His brother: 0470 12 34 56.', ['phone']],
    ['appeler le +32 (0)470/12.34.56 demain', ['phone']],
    ['0032470123456', ['phone']],
    ['02 274 00 11', ['phone']],
    ['schrijf naar an.onbestaand@voorbeeld.be', ['email']],
    ['85.07.30-033 28', ['national']],
    ['INSZ 85073003328, gsm 0470123456, x@y.be', ['phone', 'email', 'national']],
  ])('%s', (text, found) => expect(findOutOfPlace(text)).toEqual(found))
  it.each([
    '',
    'Seen on 01/04/2026 at 14.30, room 12.',
    '01.04.2026 02.04.2026 03.04.2026',
    'Between 2026-04-01 and 2026-05-01: 3 visits.',
    'SP 8.123.456, file 15/12345',
    'paid 1 200,50 euro @ the shop',
    'article 39/82 of the law of 15 December 1980',
    '85.07.30-033 29',
  ])('that says nothing of the kind: %s', (text) => expect(findOutOfPlace(text)).toEqual([]))
})
