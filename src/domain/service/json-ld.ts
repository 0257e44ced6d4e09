import type { ServiceView } from '#domain/service/view.ts';

/** A service for search engines (schema.org). A shelter has its name and the way in, no place. */
export function jsonLd(service: ServiceView, page: string): Record<string, unknown> {
  const phones = service.phones.length > 0 ? service.phones : service.via.flatMap((way) => way.phones.slice(0, 1));
  return {
    '@context': 'https://schema.org',
    '@type': service.ofTheState ? 'GovernmentService' : 'Service',
    name: service.name,
    url: page,
    description: service.about,
    serviceType: service.kindLabel,
    provider: { '@type': 'Organization', name: service.organization },
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(phones.length === 0 ? {} : { servicePhone: phones.map(({ number }) => ({ '@type': 'ContactPoint', telephone: number })) }),
      ...(service.address === undefined || service.byReferral ? {} : { serviceLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', streetAddress: service.address, addressLocality: service.place, addressCountry: 'PE' } } }),
    },
    ...(service.hours === undefined ? {} : { hoursAvailable: service.hours }),
  };
}

/** As text for a script block: no «</script>» can end it early. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
