import { describe, expect, it } from 'vitest'
import { erasesAfterAWeek, isOld } from './device.rules'

const HOUR = 3_600_000
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36'

describe('a text on a device', () => {
  it.each([
    { hours: 0, old: false },
    { hours: 47.99, old: false },
    { hours: 48, old: true },
    { hours: 200, old: true },
    // A clock that was set back makes nothing old.
    { hours: -3, old: false },
  ])('of $hours hours is old: $old', ({ hours, old }) => {
    expect(isOld(1_000 * HOUR, (1_000 + hours) * HOUR)).toBe(old)
  })

  it.each([
    { device: 'an iPhone', userAgent: IPHONE, touchPoints: 5, isInstalled: false, erases: true },
    {
      device: 'an iPhone with us on its home screen',
      userAgent: IPHONE,
      touchPoints: 5,
      isInstalled: true,
      erases: false,
    },
    {
      device: 'an iPad that says Macintosh',
      userAgent: MAC,
      touchPoints: 5,
      isInstalled: false,
      erases: true,
    },
    { device: 'a Mac', userAgent: MAC, touchPoints: 0, isInstalled: false, erases: false },
    { device: 'an Android telephone', userAgent: ANDROID, touchPoints: 5, isInstalled: false, erases: false },
  ])('on $device is erased after a week: $erases', ({ erases, ...device }) => {
    expect(erasesAfterAWeek(device)).toBe(erases)
  })
})
