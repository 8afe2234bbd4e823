/** Out of reach and not there are the same answer: the existence of a file is itself a secret. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** No live session stands behind the token. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** The actor's role lacks the permission altogether. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}
