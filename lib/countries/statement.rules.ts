// A statement is what a profile says without a figure.

import type { Texts } from './fact.rules'
import type { Chapter } from './vocabulary.rules'

export type Statement = { readonly slug: string; readonly chapter: Chapter; readonly text: Texts }
