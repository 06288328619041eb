import { type AccessPicture, type Held, unpack } from '@/lib/access/picture'
import { pictureFromText } from '@/lib/access/picture-text'

type Unpacked = { picture: AccessPicture; held: Held }

let last: (Unpacked & { text: string }) | undefined

/** What is in the text of `pictureToText`. The last one is kept: the server renders the same one for many visits. */
export function unpacked(text: string): Unpacked {
  if (last?.text !== text) {
    const picture = pictureFromText(text)
    last = { text, picture, held: unpack(picture) }
  }
  return last
}
