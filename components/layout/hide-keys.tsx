'use client'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { isEnough, pressed } from './escapes'
import { HiddenScreen } from './hidden-screen'
import { hearHiding, isQuiet, shut } from './quiet-sign'

const HIDDEN = 'hidden'

/** Covers this page now, no matter who asks. */
export const hideNow = (): void => {
  if (isQuiet()) return
  shut()
  dispatchEvent(new Event(HIDDEN))
}

/** A dialog or a panel is open: Escape closes it, and does not hide the page. */
const isEscapeTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  event.repeat ||
  document.querySelector('dialog[open], :popover-open, :modal') !== null

/** Hears Escape three times, the button, and other tabs that were hidden; then draws what stands instead of the page. */
export const HideKeys = () => {
  const [isHidden, setHidden] = useState(isQuiet)
  const presses = useRef<readonly number[]>([])
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') presses.current = []
      else if (!isEscapeTaken(event)) presses.current = pressed(presses.current, event.timeStamp)
      if (isEnough(presses.current)) hideNow()
    }
    const hidden = (): void => setHidden(true)
    // Before a field or a list hears it.
    addEventListener('keydown', key, true)
    addEventListener(HIDDEN, hidden)
    const silence = hearHiding(hideNow)
    return () => {
      removeEventListener('keydown', key, true)
      removeEventListener(HIDDEN, hidden)
      silence()
    }
  }, [])
  if (!isHidden) return null
  const back = (): void => {
    presses.current = []
    setHidden(false)
  }
  return createPortal(<HiddenScreen onBack={back} />, document.body)
}
