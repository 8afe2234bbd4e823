/** Keys of words (app.sound_key): nine classes of consonants, and A for a word that begins with none. */
const CLASSES = 'APFTSKMNLR'

/** All keys that are one letter away. A key of one or two letters has no neighbours: everything would be one. */
export const neighboursOf = (key: string): readonly string[] => {
  if (key.length < 3) return []
  const found = new Set<string>()
  for (let at = 0; at <= key.length; at++) {
    const [before, here, after] = [key.slice(0, at), key.slice(at), key.slice(at + 1)]
    if (at < key.length) found.add(before + after)
    for (const letter of CLASSES) {
      // A stands at the beginning or nowhere.
      if (letter === 'A' && at > 0) continue
      found.add(before + letter + here)
      if (at < key.length) found.add(before + letter + after)
    }
  }
  found.delete(key)
  return [...found]
}
