/** What the audit log says of the figures of a country: no person stands in any of them. */
export type CountryEvent =
  | { readonly event: 'figure.entered'; readonly figureId: string; readonly fact: string }
  | {
      readonly event: 'mistake.reported'
      readonly mistakeId: string
      readonly about: string
      readonly slug: string
    }
  | { readonly event: 'mistake.answered'; readonly mistakeId: string; readonly outcome: string }
  | { readonly event: 'figure.answered'; readonly figureId: string; readonly said: string }
