/**
 * Where the form asks for the practice letterbox. On a static host there is none, and this says
 * so: `null`. `npm start` and the letterbox's own server answer this address themselves.
 */
export const GET = (): Response => new Response('null', { headers: { 'Content-Type': 'application/json' } });
