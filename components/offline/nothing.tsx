// What asks the server, where there is none (scripts/offline-build.mjs): no one like someone new is found, and no one signs in.

const Nothing = () => null

export { Nothing as PossibleMatches, Nothing as SignInAgain }
