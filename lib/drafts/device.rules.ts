/** What a device does with texts that lie on it too long. */

const HOUR = 3_600_000
/** A text that has not left the device for this long is told of: telephones are lost, and browsers clean up. */
export const OLD_AFTER_HOURS = 48

export const isOld = (writtenAt: number, now: number): boolean => now - writtenAt >= OLD_AFTER_HOURS * HOUR

type Device = {
  readonly userAgent: string
  readonly touchPoints: number
  /** Opened from the home screen, as an application of its own. */
  readonly isInstalled: boolean
}

/**
 * True where the browser erases what pages keep after seven days without use: iPhones and iPads, unless the page was put
 * on the home screen. An iPad says that it is a Macintosh, and only its fingers tell.
 */
export const erasesAfterAWeek = ({ userAgent, touchPoints, isInstalled }: Device): boolean =>
  !isInstalled &&
  (/\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touchPoints > 1))
