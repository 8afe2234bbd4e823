export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'

/** The value of the theme cookie; anything else is "as the device". */
export const toTheme = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'system'
