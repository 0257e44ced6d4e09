import { describe, expect, it } from 'vitest';
import { normalise } from '#domain/offer/normalise.ts';
import { measure, type Quantity } from '#domain/offer/quantity.ts';

const read = (text: string): Quantity[] => measure(normalise(text).tokens).flatMap((t) => (t.quantity ? [t.quantity] : []));

describe('what a number measures', () => {
  it.each([
    ['S/ 2,500 al mes', { of: 'money', min: 2500, max: 2500, currency: 'PEN', period: 'month' }],
    ['s/.1500 semanal', { of: 'money', min: 1500, max: 1500, currency: 'PEN', period: 'week' }],
    ['dos mil quinientos soles mensuales', { of: 'money', min: 2500, max: 2500, currency: 'PEN', period: 'month' }],
    ['2 mil soles', { of: 'money', min: 2000, max: 2000, currency: 'PEN', period: 'unknown' }],
    ['2k dólares', { of: 'money', min: 2000, max: 2000, currency: 'USD', period: 'unknown' }],
    ['US$ 1.200', { of: 'money', min: 1200, max: 1200, currency: 'USD', period: 'unknown' }],
    ['80 soles el día', { of: 'money', min: 80, max: 80, currency: 'PEN', period: 'day' }],
    ['de 1500 a 2000 soles', { of: 'money', min: 1500, max: 2000, currency: 'PEN', period: 'unknown' }],
    ['8 soles por ficha', { of: 'money', min: 8, max: 8, currency: 'PEN', period: 'piece' }],
    ['$ 800.000 mensual', { of: 'money', min: 800000, max: 800000, currency: 'COP', period: 'month' }],
    ['600 mil pesos chilenos', { of: 'money', min: 600000, max: 600000, currency: 'CLP', period: 'unknown' }],
    ['5 lucas al mes', { of: 'money', min: 5000, max: 5000, currency: 'PEN', period: 'month' }],
    ['de 18 a 25 años', { of: 'age', min: 18, max: 25 }],
    ['mayores de 18', { of: 'age', min: 18, max: 18 }],
    ['una chica de catorce', { of: 'age', min: 14, max: 14 }],
    ['2 años de experiencia', { of: 'experience', min: 2, max: 2 }],
    ['12 horas diarias', { of: 'hours', min: 12, max: 12 }],
    ['sistema 14x7', { of: 'roster' }],
    ['a 30 km', { of: 'distance', min: 30, max: 30 }],
    ['llamar al 987 654 321', { of: 'phone', abroad: false }],
    ['llamar al 9XX XXX XXX', { of: 'phone', abroad: false }],
    ['+57 300 123 4567', { of: 'phone', abroad: true }],
    ['RUC 20131312955', { of: 'ruc' }],
    ['8 am', { of: 'clock' }],
  ] as [string, Quantity][])('«%s»', (text, quantity) => {
    expect(read(text)).toEqual([quantity]);
  });
});
