/**
 * An address as services find it in a text. They take a bracket for the end of it where its partner
 * is missing, so brackets are percent-encoded, which leads to the same place (RFC 3986, section 2.2:
 * where a scheme gives them no meaning).
 */
export function sharedAddress(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
