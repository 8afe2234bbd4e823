import { describe, expect, it } from 'vitest'
import { pauseSeconds, THROTTLES, toNetwork } from './throttle.rules'

describe('failures', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [9, 480],
    [10, 900],
    [11, 900],
    [100_000, 900],
  ])('after %i the account pauses for %i seconds', (failures, seconds) => {
    expect(pauseSeconds(failures, THROTTLES.account)).toBe(seconds)
  })

  it('never pause longer than a quarter of an hour, whatever is counted', () => {
    for (const rule of Object.values(THROTTLES))
      expect(pauseSeconds(1_000_000, rule)).toBeLessThanOrEqual(900)
  })
})

describe('the network of an address', () => {
  it.each([
    ['192.0.2.17', '192.0.2'],
    ['192.0.2.254', '192.0.2'],
    ['::ffff:192.0.2.17', '192.0.2'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:bbbb:0:0:7', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['not an address', 'unknown'],
    ['', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(toNetwork(address)).toBe(network)
  })
})
