import { SEASONS, type Season, WHEN_SILENCES, type WhenSilence } from './when.rules'

const SEASON_WORDS: Readonly<Record<Season, readonly string[]>> = {
  spring: ['spring', 'springtime', 'printemps', 'lente', 'voorjaar', 'fruhling', 'fruhjahr'],
  summer: ['summer', 'ete', 'zomer', 'sommer'],
  autumn: ['autumn', 'fall', 'automne', 'herfst', 'najaar', 'herbst'],
  winter: ['winter', 'hiver'],
}
export const seasonOf = (folded: string): Season | null =>
  SEASONS.codes.find((season) => SEASON_WORDS[season].includes(folded)) ?? null

const anyOf = (words: string): string => words.split(' ').join('|')
/** "ca. 2009", "vers mars 2009". */
export const ABOUT_BEFORE = new RegExp(
  `^(?:~|±|(?:${anyOf('about around approximately approx circa ca c vers environ env ongeveer rond omstreeks ungefahr etwa um gegen')})\\b\\.?|autour d[eu]\\b)\\s*`,
  'u',
)
export const ABOUT_AFTER = /\s*(?:~|\?|%|,? (?:ou environ|environ|or so|ongeveer))$/u
/** "entre mars et mai 2009", "van 2008 tot 2010", "2008 or 2009", "2008-2010", "2008/2010". */
export const SPANS = [
  /^(?:between|entre|tussen|zwischen|from|de|du|van|von) (.+) (?:and|et|en|und|to|a|au|tot|bis) (.+)$/u,
  /^(.+) (?:-|to|a|au|tot|bis|or|ou|of|oder) (.+)$/u,
  /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/u,
  /^(\d{4})-(\d{4})$/u,
] as const
/** Words before a date that say nothing about it: "in", "en", "op de", "le". */
export const LEADING = new RegExp(
  `^(?:(?:${anyOf('in on the en au le la op de het im am den der dem')}) |(?:a )?l')+`,
  'u',
)

const SILENCES: Readonly<Record<WhenSilence, readonly string[]>> = {
  not_known: ['not_known', '?', 'not known', 'unknown', 'inconnu', 'inconnue', 'onbekend', 'unbekannt'],
  declined: ['declined'],
}
export const silenceOf = (typed: string): WhenSilence | null =>
  WHEN_SILENCES.codes.find((one) => SILENCES[one].includes(typed)) ?? null
