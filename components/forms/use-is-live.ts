import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const always = () => true
const no = () => false

/** False in the page as it was sent, true from the moment its scripts have taken over. */
export const useIsLive = (): boolean => useSyncExternalStore(never, always, no)
