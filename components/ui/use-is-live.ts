import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const always = () => true
const no = () => false

/**
 * False in the page as it was sent, true from the moment its scripts have taken over. What only they can answer waits for it: a
 * box that is ticked before would stay ticked, and no one would know of it.
 */
export const useIsLive = (): boolean => useSyncExternalStore(never, always, no)
