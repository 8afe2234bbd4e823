import { describe, expect, it } from 'vitest'
import { toRelyingParty } from './passkey.rules'

describe('to whom a passkey belongs', () => {
  it.each([
    ['https://files.havenlicht.example', 'files.havenlicht.example', 'https://files.havenlicht.example'],
    [
      'https://files.havenlicht.example:8443/',
      'files.havenlicht.example',
      'https://files.havenlicht.example:8443',
    ],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ])('is the name of the server: %s', (address, id, origin) => {
    expect(toRelyingParty(address)).toEqual({ id, origin })
  })

  it.each([['https://192.0.2.7'], ['https://[2001:db8::1]:3000'], ['http://files.havenlicht.example']])(
    'is no one where browsers make none: %s',
    (address) => {
      expect(toRelyingParty(address)).toBeNull()
    },
  )
})
