import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import type { Messages } from '@/lib/i18n/catalogue'

export type TermKey = keyof Messages['help']['term']

/** Where a word is explained, in the list of all terms. */
export const termId = (of: TermKey): string => `term-${of}`

/**
 * A word of the trade where it is first met: the dotted line opens the help at this word, beside the page (shell/help-keys). Without
 * script it leads to the list of terms.
 */
export const Term = ({ of, children }: { of: TermKey; children: ReactNode }) => (
  <Link
    href={`/help/words#${termId(of)}`}
    data-term={of}
    className="text-inherit underline decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid print:no-underline"
  >
    {children}
  </Link>
)
