import type { KeptDraft } from '@/lib/drafts/inventory'
import type { OutboxItem } from '@/lib/drafts/outbox'

/** Something in the list: a draft, or an item of the outbox. */
export type Unsent =
  | { readonly kind: 'draft'; readonly one: KeptDraft }
  | { readonly kind: 'item'; readonly one: OutboxItem }
