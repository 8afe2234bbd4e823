import { createHash } from 'node:crypto'

export type Refusal = 'away' | 'busy' | 'damaged'

type Sentence = {
  readonly lang: string
  readonly title: string
  readonly what: string
  readonly act: string
  /** What is pressed to try again; null where it would change nothing. */
  readonly again: string | null
}

// Shown before anybody is known, or in the place of a file, so in all four languages. Words of the product that need no database and no script.
const SENTENCES: Readonly<Record<Refusal, readonly Sentence[]>> = {
  away: [
    {
      lang: 'en',
      title: 'The records cannot be reached just now',
      what: 'Nothing that was saved is lost. A text that was being written is offered again on its page.',
      act: 'This page tries again by itself. If it lasts more than a few minutes, tell the person who looks after Accompany in your organisation. If somebody is in danger, call 112.',
      again: 'Try again now',
    },
    {
      lang: 'fr',
      title: 'Les dossiers sont inaccessibles pour le moment',
      what: 'Rien de ce qui a été enregistré n’est perdu. Un texte en cours de rédaction sera proposé à nouveau sur sa page.',
      act: 'Cette page réessaie d’elle-même. Si cela dure plus de quelques minutes, prévenez la personne qui gère Accompany dans votre organisation. Si quelqu’un est en danger, appelez le 112.',
      again: 'Réessayer maintenant',
    },
    {
      lang: 'nl',
      title: 'De dossiers zijn nu even niet bereikbaar',
      what: 'Niets wat bewaard was, is verloren. Een tekst waaraan u schreef, wordt op zijn pagina opnieuw aangeboden.',
      act: 'Deze pagina probeert het vanzelf opnieuw. Duurt het langer dan enkele minuten, verwittig dan wie Accompany in uw organisatie beheert. Is iemand in gevaar, bel 112.',
      again: 'Nu opnieuw proberen',
    },
    {
      lang: 'de',
      title: 'Die Akten sind im Augenblick nicht erreichbar',
      what: 'Nichts, was gespeichert wurde, ist verloren. Ein angefangener Text wird auf seiner Seite wieder angeboten.',
      act: 'Diese Seite versucht es von selbst erneut. Dauert es länger als einige Minuten, sagen Sie bitte der Person Bescheid, die Accompany in Ihrer Organisation betreut. Ist jemand in Gefahr, rufen Sie 112 an.',
      again: 'Jetzt erneut versuchen',
    },
  ],
  busy: [
    {
      lang: 'en',
      title: 'Too many requests at the same time',
      what: 'Nothing is lost. The server answers those who came first.',
      act: 'This page tries again by itself in a few seconds. Please do not close it.',
      again: 'Try again now',
    },
    {
      lang: 'fr',
      title: 'Trop de demandes en même temps',
      what: 'Rien n’est perdu. Le serveur répond d’abord à ceux qui sont arrivés les premiers.',
      act: 'Cette page réessaie d’elle-même dans quelques secondes. Ne la fermez pas.',
      again: 'Réessayer maintenant',
    },
    {
      lang: 'nl',
      title: 'Te veel aanvragen tegelijk',
      what: 'Er is niets verloren. De server antwoordt eerst wie er het eerst was.',
      act: 'Deze pagina probeert het over enkele seconden vanzelf opnieuw. Sluit ze niet.',
      again: 'Nu opnieuw proberen',
    },
    {
      lang: 'de',
      title: 'Zu viele Anfragen gleichzeitig',
      what: 'Es ist nichts verloren. Der Server antwortet der Reihe nach.',
      act: 'Diese Seite versucht es in einigen Sekunden von selbst erneut. Bitte schließen Sie sie nicht.',
      again: 'Jetzt erneut versuchen',
    },
  ],
  damaged: [
    {
      lang: 'en',
      title: 'This is damaged and cannot be opened',
      what: 'It is kept as it is, and nothing of it was changed. Your administrator has been told.',
      act: 'Go back with the button of your browser. If you need it soon, ask the person who gave it to you for another copy.',
      again: null,
    },
    {
      lang: 'fr',
      title: 'Ce document est endommagé et ne peut pas être ouvert',
      what: 'Il est conservé tel quel et rien n’a été modifié. L’administrateur de votre organisation a été prévenu.',
      act: 'Revenez avec le bouton de votre navigateur. S’il vous le faut rapidement, demandez-en une autre copie à la personne qui vous l’a remis.',
      again: null,
    },
    {
      lang: 'nl',
      title: 'Dit is beschadigd en kan niet worden geopend',
      what: 'Het blijft bewaard zoals het is, er werd niets aan veranderd. Uw beheerder is verwittigd.',
      act: 'Ga terug met de knop van uw browser. Hebt u het snel nodig, vraag dan een nieuw exemplaar aan wie het u gaf.',
      again: null,
    },
    {
      lang: 'de',
      title: 'Dies ist beschädigt und lässt sich nicht öffnen',
      what: 'Es bleibt so aufbewahrt, wie es ist; nichts daran wurde geändert. Ihre Verwaltung wurde benachrichtigt.',
      act: 'Gehen Sie mit der Taste Ihres Browsers zurück. Wenn Sie es bald brauchen, bitten Sie die Person, von der Sie es haben, um eine neue Kopie.',
      again: null,
    },
  ],
}

const STYLE =
  'body{font:1.0625rem/1.5 system-ui,sans-serif;margin:0;color:#1f2933;background:#fbfaf7}main{max-width:40rem;margin:0 auto;padding:2rem 1rem}h2{font-size:1.1875rem;margin:1.75rem 0 .25rem}p{margin:.25rem 0}a{display:inline-block;margin:.5rem 0 0;padding:.5rem 1rem;border:1px solid;border-radius:.25rem;color:inherit}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#191b1f}}'

/** The page's own policy: its style and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/**
 * A whole page that needs nothing else from the server. What passes loads itself again by the header `Refresh` that is sent with it, and
 * a press does the same at once; what is damaged does neither.
 */
export const refusalPage = (why: Refusal): string => {
  const parts = SENTENCES[why].map(
    ({ lang, title, what, act, again }) =>
      `<section lang="${lang}"><h2>${title}</h2><p>${what}</p><p>${act}</p>${again === null ? '' : `<a href="">${again}</a>`}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Accompany</title><style>${STYLE}</style></head><body><main><h1>Accompany</h1>${parts.join('')}</main></body></html>`
}
