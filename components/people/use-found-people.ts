import { useEffect, useRef, useState } from 'react'
import { findPeople } from '@/lib/people/search.actions'
import type { Found } from '@/lib/people/search.schema'

/** Each answer is kept in the audit log with whom it showed: a pause is a question, a letter is not. */
const PAUSE_MS = 350
const LEAST = 3

export type Asking = 'still' | 'asking' | 'lost' | 'signedOut' | 'failed'

/**
 * Who could be meant by a line, asked in pauses of typing. An answer to another line than the last is dropped.
 * @param line empty: no one is asked for
 */
export const useFoundPeople = (line: string) => {
  const [people, setPeople] = useState<readonly Found[]>([])
  const [asking, setAsking] = useState<Asking>('still')
  const latest = useRef(0)
  const asked = useRef('')
  const ask = async (sentence: string): Promise<void> => {
    if (asked.current === sentence) return
    asked.current = sentence
    const mine = ++latest.current
    setAsking('asking')
    const end = (state: Asking, found: readonly Found[]): void => {
      if (mine !== latest.current) return
      setAsking(state)
      setPeople(found)
      // What did not arrive may be asked again.
      if (state !== 'still') asked.current = ''
    }
    try {
      const answer = await findPeople({
        requestId: crypto.randomUUID(),
        input: { sentence, without: [], locked: [] },
      })
      if (answer.ok) end('still', answer.value.people)
      else end(answer.code === 'signedOut' ? 'signedOut' : 'failed', [])
    } catch {
      end('lost', [])
    }
  }
  const now = useRef(ask)
  now.current = ask
  useEffect(() => {
    if (line.length >= LEAST) {
      const timer = setTimeout(() => void now.current(line), PAUSE_MS)
      return () => clearTimeout(timer)
    }
    latest.current += 1
    asked.current = ''
    setPeople([])
    setAsking('still')
    return
  }, [line])
  return {
    people,
    asking,
    isEnough: line.length >= LEAST,
    askNow: (): void => {
      if (line.length >= LEAST) void ask(line)
    },
  }
}
