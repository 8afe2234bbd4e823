// The outbox of an open page, where every finished text is sealed instead (scripts/offline-build.mjs).

const nothing = { queued: null, queue: () => undefined, change: () => undefined, hurry: () => undefined }

export const useQueued = () => nothing
