import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const THEMES = vocabulary('components.themes', ['system', 'light', 'dark'])
export type Theme = CodeOf<typeof THEMES>

export const THEME_COOKIE = 'theme'

/** The value of the theme cookie; anything else is "as the device". */
export const toTheme = (text: string | undefined): Theme => THEMES.match(text) ?? 'system'
