/** A place on the net that a camera can reach: where a QR leads, and how it is written for the eye. */
export interface PublicAddress {
  readonly href: string;
  readonly shown: string;
}

/** Names that lead nowhere outside one machine or one house: RFC 6761 and RFC 6762, and names without a dot. */
const INSIDE = /(^|\.)(localhost|local|test|example|invalid|internal|home\.arpa)$|(^|\.)example\.(com|net|org)$|^[^.]+$/;
/** A number instead of a name: a machine, not a site that a poster can promise for a year. */
const NUMBER = /^\d+(\.\d+){3}$|^\[/;

/**
 * The address of a copy of the site (content/site.yaml) when a stranger's phone can open it; undefined otherwise,
 * and then no sheet carries a QR. Only https, or http for an onion service, which seals by itself.
 */
export function publicAddress(address: string): PublicAddress | undefined {
  const { protocol, hostname } = new URL(address);
  const sealed = protocol === 'https:' || (protocol === 'http:' && hostname.endsWith('.onion'));
  if (!sealed || INSIDE.test(hostname) || NUMBER.test(hostname)) return undefined;
  const href = address.endsWith('/') ? address : `${address}/`;
  return { href, shown: href.replace(/^https?:\/\/|\/$/g, '') };
}
