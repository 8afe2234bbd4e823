import { setPreferenceCookie } from '@/components/layout/preference-cookie'
import { KEYS_COOKIE, type KeySetting, writeKeys } from '@/lib/reviews/key.rules'

/** Keeps a setting on this device. */
export const keepKeys = (setting: KeySetting): void => setPreferenceCookie(KEYS_COOKIE, writeKeys(setting))
