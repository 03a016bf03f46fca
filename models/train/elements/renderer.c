/* Signed-distance ray marcher for the element classes, sixteen rays at a time.
 *
 * One geometry (class, variant, pose) is marched once and shaded for many looks (colours and lights),
 * because marching costs ten times as much as shading. Output: 8-bit RGBA, RGB premultiplied by alpha.
 *
 *   gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC renderer.c -o renderer.so -lm
 */
#include <math.h>
#include <string.h>

#define LANES 16
#define MAX_LOOKS 24
#define MAX_WIDTH 1024
#define INLINE static inline __attribute__((always_inline))

typedef struct {
    float shape;        /* index into SHAPES */
    float rotation[9];  /* object to camera, row major */
    float distance;     /* camera to object centre */
    float focal;        /* focal length over half the image width */
    float scale;        /* object size */
    float pan[2];       /* shift of the picture, in half widths; right and up */
    float key[3];       /* unit vector to the key light, camera space */
} Scene;

typedef struct {
    float key_colour[3];
    float rim_colour[3];
    float sky_colour[3];
    float key_strength;
    float material[7][5];  /* 0 main, 1 second, 2 metal trim, 3 dark, 4 white, 5 warm accent, 6 glass: r, g, b, metal, roughness */
} Look;

/* ---- scalar building blocks ------------------------------------------------------------------------------- */

INLINE float min1(float a, float b) { return a < b ? a : b; }
INLINE float max1(float a, float b) { return a > b ? a : b; }
INLINE float clamp(float a, float lo, float hi) { return min1(max1(a, lo), hi); }
INLINE float abs1(float a) { return __builtin_fabsf(a); }
INLINE float len2(float a, float b) { return sqrtf(a * a + b * b); }
INLINE float len3(float a, float b, float c) { return sqrtf(a * a + b * b + c * c); }
INLINE float smooth(float a, float b, float x) { float t = clamp((x - a) / (b - a), 0, 1); return t * t * (3 - 2 * t); }

/* polynomial smooth minimum and maximum, k = radius of the blend */
INLINE float smin(float a, float b, float k) { float h = max1(k - abs1(a - b), 0.f) / k; return min1(a, b) - h * h * k * .25f; }
INLINE float smax(float a, float b, float k) { return -smin(-a, -b, k); }

INLINE float box3(float x, float y, float z, float bx, float by, float bz, float r) {
    float qx = abs1(x) - bx + r, qy = abs1(y) - by + r, qz = abs1(z) - bz + r;
    return len3(max1(qx, 0), max1(qy, 0), max1(qz, 0)) + min1(max1(qx, max1(qy, qz)), 0) - r;
}
INLINE float box2(float x, float y, float bx, float by, float r) {
    float qx = abs1(x) - bx + r, qy = abs1(y) - by + r;
    return len2(max1(qx, 0), max1(qy, 0)) + min1(max1(qx, qy), 0) - r;
}
/* flat shape given by its distance d2 in the plane, extruded to +-h, edges rounded by r */
INLINE float extrude(float d2, float z, float h, float r) {
    float a = d2 + r, b = abs1(z) - h + r;
    return len2(max1(a, 0), max1(b, 0)) + min1(max1(a, b), 0) - r;
}
INLINE float disc(float x, float y, float z, float radius, float h, float r) { return extrude(len2(x, y) - radius, z, h, r); }
INLINE float ellipsoid(float x, float y, float z, float a, float b, float c) {
    float k0 = len3(x / a, y / b, z / c), k1 = len3(x / (a * a), y / (b * b), z / (c * c));
    return k0 * (k0 - 1.f) / max1(k1, 1e-4f);
}
INLINE float segment(float x, float y, float ax, float ay, float bx, float by) {
    float px = x - ax, py = y - ay, vx = bx - ax, vy = by - ay;
    float h = clamp((px * vx + py * vy) / (vx * vx + vy * vy), 0, 1);
    return len2(px - vx * h, py - vy * h);
}
/* five-pointed star with outer radius .5, inner ratio from the classic pentagram */
INLINE float star(float x, float y, float radius) {
    const float kx = .809016994f, ky = -.587785252f;
    float X = abs1(x), Y = y;
    float t = 2 * max1(kx * X + ky * Y, 0); X -= t * kx; Y -= t * ky;
    t = 2 * max1(-kx * X + ky * Y, 0); X += t * kx; Y -= t * ky;
    X = abs1(X); Y -= radius;
    float bx = .5f * -ky, by = .5f * kx - 1.f, bl = len2(bx, by);
    float h = clamp((X * bx + Y * by) / (bl * bl), 0, radius / bl);
    float d = len2(X - bx * h, Y - by * h);
    return Y * bx - X * by < 0 ? -d : d;
}
INLINE float yuan(float x, float y) {
    float ax = abs1(x);
    float d = segment(ax, y, 0, .04f, .26f, .44f);
    d = min1(d, segment(x, y, 0, .04f, 0, -.46f));
    d = min1(d, segment(ax, y, 0, -.02f, .25f, -.02f));
    return min1(d, segment(ax, y, 0, -.22f, .25f, -.22f));
}

/* joins a part with its material */
#define PART(distance, number) do { float d_ = (distance); m = d_ < d ? (float)(number) : m; d = min1(d, d_); } while (0)

/* ---- the shapes: distance, and through *material the number of the nearest material -------------------------- */

INLINE float coin(float x, float y, float z, int variant, float *material) {
    float d = disc(x, y, z, .90f, .135f, .05f), r = len2(x, y), az = abs1(z), m = 0;
    d = smax(d, -max1(r - .735f, .085f - az), .03f);   /* sunk field inside the rim */
    m = r < .725f ? 1 : 0;
    if (variant == 0) {
        float sign = max1(yuan(x, y) - .078f, az - .135f);
        d = smin(d, sign, .025f);
        m = sign < d + .012f ? 0 : m;
    } else if (variant == 1) {
        d = smax(d, -box2(x, y, .22f, .22f, .03f), .03f);
        float frame = max1(abs1(box2(x, y, .285f, .285f, .04f)) - .055f, az - .13f);
        d = smin(d, frame, .03f);
        m = frame < d + .012f ? 0 : m;
    } else {
        float sign = max1(star(x, y, .50f) - .03f, az - .135f);
        d = smin(d, sign, .03f);
        m = sign < d + .012f ? 0 : m;
    }
    *material = m;
    return d;
}

/* a small coin used as an accent by other shapes */
INLINE float little_coin(float x, float y, float z, float radius, float h) {
    float c = disc(x, y, z, radius, h, .02f), r = len2(x, y);
    return smax(c, -max1(r - radius * .76f, h * .62f - abs1(z)), .02f);
}

INLINE float packet(float x, float y, float z, int variant, float *material) {
    if (variant == 1) y += .20f;
    float d = box3(x, y, z, .64f, .86f, .085f, .06f), m = 0;
    float arc = len2(x, y - 1.26f) - .93f;             /* the flap ends in an arc */
    PART(smax(box3(x, y, z - .025f, .64f, .86f, .095f, .06f), arc, .03f), 1);
    PART(max1(max1(abs1(arc) - .022f, box2(x, y, .618f, .84f, .05f)), abs1(z - .105f) - .022f), 2);
    float sx = x, sy = y - .335f, seal = disc(sx, sy, z - .12f, .235f, .055f, .025f), r = len2(sx, sy);
    seal = smax(seal, -max1(abs1(r - .17f) - .014f, .16f - z), .01f);
    seal = smax(seal, -max1(box2(sx, sy, .075f, .075f, .01f), .15f - z), .012f);
    PART(seal, 2);
    if (variant == 1) {
        PART(little_coin(x - .22f, y - .92f, z + .03f, .36f, .045f), 2);
        PART(little_coin(x + .26f, y - .84f, z + .01f, .32f, .045f), 2);
    }
    *material = m;
    return d;
}

INLINE float loop(float x, float y, float z) {          /* one pair of bow loops across x */
    float ax = abs1(x), qx = ax - .29f, qy = y - .59f;
    float X = .848f * qx + .53f * qy, Y = -.53f * qx + .848f * qy, k = len2(X / .28f, Y / .165f);
    return smax(abs1((k - 1.f) * .16f) - .032f, abs1(z) - .135f + .04f * ax, .03f);
}
INLINE float gift(float x, float y, float z, int variant, float *material) {
    float d = box3(x, y + .3f, z, .62f, .48f, .62f, .05f), m = 0, w = .13f;
    PART(box3(x, y - .22f, z, .70f, .155f, .70f, .05f), 1);
    float ribbon = min1(box3(x, y + .3f, z, w, .485f, .645f, .015f), box3(x, y + .3f, z, .645f, .485f, w, .015f));
    ribbon = min1(ribbon, min1(box3(x, y - .22f, z, w, .18f, .725f, .015f), box3(x, y - .22f, z, .725f, .18f, w, .015f)));
    PART(ribbon, 2);
    float bow = smin(loop(x, y, z), ellipsoid(x, y - .47f, z, .14f, .12f, .16f), .05f);
    if (variant == 1) bow = smin(bow, loop(z, y, x), .05f);
    PART(bow * .8f, 2);
    *material = m;
    return d;
}

INLINE float bar(float x, float y, float z, float w, float h, float l) {
    float slope = .42f;
    float dx = (abs1(x) - (w - slope * (y + h) * .5f)) * .92f, dz = (abs1(z) - (l - slope * (y + h) * .5f)) * .92f;
    float d = smax(smax(dx, dz, .06f), abs1(y) - h, .06f);
    return smax(d, -max1(box2(x, z, w * .46f, l * .60f, .05f), h - .035f - y), .03f);
}
INLINE float bars(float x, float y, float z, int variant, float *material) {
    *material = 0;
    if (variant == 1) return bar(x, y, z, .54f, .29f, .95f);
    float d = bar(x, y - .23f, z, .42f, .21f, .74f);
    return min1(d, bar(abs1(x) - .45f, y + .23f, z, .42f, .21f, .74f));
}

INLINE float piggy(float x, float y, float z, int variant, float *material) {
    float az = abs1(z), d = ellipsoid(x, y, z, .76f, .60f, .58f), m = 0, ax = abs1(x + .03f);
    float snout = len2(max1(len2(y, z) - .17f, 0), max1(abs1(x - .72f) - .10f, 0)) - .045f;
    d = smin(d, snout, .09f);
    float leg = len3(ax - .37f, max1(abs1(y + .53f) - .14f, 0), az - .27f) - .15f;
    d = smin(d, leg, .09f);
    float ex = x - .40f, ey = y - .52f;
    float ear = ellipsoid(ex * .8f + ey * .6f, -ex * .6f + ey * .8f, az - .31f, .10f, .20f, .14f);
    d = smin(d, ear, .05f);
    float tail = len2(len2(x + .82f, y - .12f) - .09f, z) - .037f;
    d = smin(d, tail, .04f);
    PART(len3(x - .59f, y - .21f, az - .28f) - .075f, 3);
    PART(len3(x - .645f, y - .245f, az - .315f) - .026f, 4);   /* glint in the eye */
    PART(len3(x - .865f, y, az - .08f) - .042f, 3);
    PART(box3(x, y - .59f, z, .24f, .03f, .04f, .01f), 3);
    if (variant == 0) PART(little_coin(x, y - .80f, z, .31f, .055f), 2);
    *material = m;
    return d;
}

INLINE float shield_outline(float x, float y) {
    float X = abs1(x), lower = len2(X + .55f, y - .2f) - 1.22f, upper = X - .67f;
    float s = y > .2f ? upper : lower, top = y - .76f - .10f * abs1(X - .33f);
    return smax(s, top, .08f);
}
INLINE float shield(float x, float y, float z, int variant, float *material) {
    float s = shield_outline(x, y), bulge = max1(.10f - .12f * (x * x + .5f * y * y), 0.f) * .6f;
    float d = extrude(s, z, .14f, .055f), m = 2;
    d = smax(d, -max1(s + .12f, .09f - z), .02f);
    PART(smax(s + .145f, abs1(z) - .09f - bulge, .05f), x > 0 ? 0 : 1);
    float sign;
    if (variant == 0) sign = min1(segment(x, y, -.27f, .06f, -.06f, -.17f), segment(x, y, -.06f, -.17f, .31f, .28f)) - .088f;
    else sign = min1(len2(x, y - .13f) - .17f, max1(abs1(x) - .07f + .13f * (y + .1f), abs1(y + .12f) - .23f));
    PART(smax(sign, abs1(z - .12f) - .095f, .035f), 4);
    *material = m;
    return d;
}

#include "shapes_goods.h"
#include "shapes_paper.h"

/* ---- shading of one point ----------------------------------------------------------------------------------- */

typedef struct { float n[3], d[3], p[3], ao, shadow; int material; } Point;

/* Studio surroundings seen in direction r: sky, floor, a square soft box at the key, two strips, a front fill. */
INLINE float surroundings(const float *r, float key_r, float rough) {
    float w = .06f + .5f * rough;
    float box = smooth(.86f - w * .6f, .92f + w * .3f, key_r) * (2.5f - 1.9f * rough);
    float left = smooth(.34f + w * .3f, .16f - w * .3f, abs1(r[0] + .72f)) * smooth(-.55f, -.1f, r[1]) * 1.1f;
    float right = smooth(.24f + w * .3f, .10f - w * .3f, abs1(r[0] - .82f)) * .9f;
    float sky = .17f + .60f * smooth(-.35f, .75f, r[1]) + .18f * smooth(-.35f, -.95f, r[1]);
    float front = smooth(.15f, .95f, r[2]) * (.34f + .42f * smooth(-.25f, .45f, r[1] - .55f * r[0]));
    return sky + box + left + right + front;
}

INLINE void shade(const Point *q, const float *key, const Look *look, float *out) {
    const float *m = look->material[q->material];
    float metal = m[3], rough = m[4];
    float nd = q->n[0] * q->d[0] + q->n[1] * q->d[1] + q->n[2] * q->d[2];
    float r[3], view = clamp(-nd, 0, 1);
    for (int c = 0; c < 3; c++) r[c] = q->d[c] - 2 * nd * q->n[c];
    /* near surroundings: where the point lies moves the reflection, so that flat faces carry a gradient */
    float b[3] = { r[0] + .34f * q->p[0], r[1] + .34f * q->p[1], r[2] };
    float il = 1.f / max1(len3(b[0], b[1], b[2]), 1e-3f);
    for (int c = 0; c < 3; c++) b[c] *= il;
    float key_r = b[0] * key[0] + b[1] * key[1] + b[2] * key[2];
    float env = surroundings(b, key_r, rough);
    float ao = clamp(1.f - q->ao, .15f, 1.f), shadow = clamp(q->shadow, 0, 1) * .72f + .28f;
    float key_n = q->n[0] * key[0] + q->n[1] * key[1] + q->n[2] * key[2];
    float diffuse = max1(key_n * .72f + .28f, 0) * shadow * look->key_strength;
    float ambient = (.47f + .26f * q->n[1] + .16f * max1(q->n[2], 0)) * ao + .12f * ao;
    float fresnel = 1 - view; fresnel = fresnel * fresnel; fresnel = fresnel * fresnel * (1 - view);
    float f0 = .06f + .94f * fresnel, env_ao = .45f + .55f * ao;
    float spec = max1(key_r, 0); for (int i = 0; i < 5; i++) spec *= spec;
    float rim = 1 - view; rim = rim * rim * rim * smooth(-.2f, .6f, q->n[1] * .5f + abs1(q->n[0]) * .6f) * .6f;
    float glow = clamp(env * .8f * env_ao, 0, 1);
    for (int c = 0; c < 3; c++) {
        float base = m[c];
        float key_c = look->key_colour[c];
        /* light inside a metal's folds is reflected twice: deep parts take the squared colour, bright ones bleach */
        float deep = base * (.35f + .65f * base), tint = deep + (base - deep) * glow + (1 - base) * smooth(1.1f, 3.2f, env) * .55f;
        float plastic = base * (diffuse * key_c * .98f + ambient * look->sky_colour[c])
            + base * base * .10f * max1(-q->n[1], 0) + f0 * env * env_ao * (1 - .6f * rough)
            + spec * (1 - rough) * .55f * key_c * shadow;
        float metallic = (tint + (1 - base) * fresnel) * (env * 1.08f * env_ao * (.25f * look->sky_colour[c] + .75f * key_c) + .16f)
            + base * diffuse * .26f * key_c;
        float col = 1.20f * ((1 - metal) * plastic + metal * metallic + rim * look->rim_colour[c] * ao);
        float filmic = col * (2.51f * col + .03f) / (col * (2.43f * col + .59f) + .14f);
        out[c] = clamp(.40f * filmic + .60f * col / (1.f + .26f * col), 0, 1);
    }
}

/* ---- one picture per look ----------------------------------------------------------------------------------- */

#define BOUND 1.42f
#define DEFINE_RENDER(NAME, MAP) \
static void NAME(const Scene *scene, const Look *looks, int look_count, unsigned char *out, int width, int ss) { \
    const float *R = scene->rotation; \
    int samples = width * ss; \
    float inv = 1.f / scene->scale, kx = scene->key[0], ky = scene->key[1], kz = scene->key[2]; \
    float key_x = R[0] * kx + R[3] * ky + R[6] * kz, key_y = R[1] * kx + R[4] * ky + R[7] * kz, key_z = R[2] * kx + R[5] * ky + R[8] * kz; \
    float ox = R[6] * scene->distance * inv, oy = R[7] * scene->distance * inv, oz = R[8] * scene->distance * inv; \
    static __thread float acc[MAX_LOOKS][MAX_WIDTH * 4]; \
    for (int row = 0; row < width; row++) { \
        memset(acc, 0, sizeof acc); \
        for (int sub = 0; sub < ss; sub++) for (int bx = 0; bx < samples; bx += LANES) { \
            float dx[LANES], dy[LANES], dz[LANES], t[LANES], end[LANES], live[LANES], hit[LANES]; \
            float any = 0; int py = row * ss + sub; \
            for (int i = 0; i < LANES; i++) { \
                float u = ((bx + i + .5f) / samples * 2 - 1 - scene->pan[0]) / scene->focal; \
                float w = (1 - (py + .5f) / samples * 2 - scene->pan[1]) / scene->focal; \
                float il = 1.f / len3(u, w, 1.f), X = u * il, Y = w * il, Z = -il; \
                dx[i] = R[0] * X + R[3] * Y + R[6] * Z; dy[i] = R[1] * X + R[4] * Y + R[7] * Z; dz[i] = R[2] * X + R[5] * Y + R[8] * Z; \
                float b = ox * dx[i] + oy * dy[i] + oz * dz[i], c = ox * ox + oy * oy + oz * oz - BOUND * BOUND, h = b * b - c; \
                live[i] = h > 0 ? 1 : 0; h = sqrtf(max1(h, 0)); t[i] = -b - h; end[i] = -b + h; hit[i] = 0; \
            } \
            for (int i = 0; i < LANES; i++) any += live[i]; \
            if (any == 0) continue; \
            for (int k = 0; k < 64; k++) { \
                float left = 0; \
                for (int i = 0; i < LANES; i++) { \
                    float m, d = MAP(ox + dx[i] * t[i], oy + dy[i] * t[i], oz + dz[i] * t[i], &m); \
                    float now = d < .0015f ? 1.f : 0.f; hit[i] = live[i] > 0 ? now : hit[i]; \
                    float next = t[i] + d * .9f; t[i] = live[i] > 0 && now == 0 ? next : t[i]; \
                    live[i] = live[i] > 0 && now == 0 && next < end[i] ? 1.f : 0.f; left += live[i]; \
                } \
                if (left == 0) break; \
            } \
            any = 0; for (int i = 0; i < LANES; i++) { hit[i] = max1(hit[i], live[i]); any += hit[i]; } \
            if (any == 0) continue; \
            float px[LANES], py_[LANES], pz[LANES], nx[LANES], ny[LANES], nz[LANES], ao[LANES], sh[LANES], mt[LANES], st[LANES]; \
            for (int i = 0; i < LANES; i++) { \
                float x = ox + dx[i] * t[i], y = oy + dy[i] * t[i], z = oz + dz[i] * t[i], m, e = .004f, q; \
                float a = MAP(x + e, y - e, z - e, &q), b = MAP(x - e, y - e, z + e, &q), c = MAP(x - e, y + e, z - e, &q), d = MAP(x + e, y + e, z + e, &q); \
                float X = a - b - c + d, Y = -a - b + c + d, Z = -a + b - c + d, l = 1.f / max1(len3(X, Y, Z), 1e-6f); \
                px[i] = x; py_[i] = y; pz[i] = z; nx[i] = X * l; ny[i] = Y * l; nz[i] = Z * l; ao[i] = 0; sh[i] = 1; st[i] = .06f; \
                MAP(x, y, z, &m); mt[i] = m; \
            } \
            for (int k = 0; k < 4; k++) { \
                float h = .05f + .12f * k, w = .85f / (1.f + 1.1f * k) / h * .3f; \
                for (int i = 0; i < LANES; i++) { float q, d = MAP(px[i] + nx[i] * h, py_[i] + ny[i] * h, pz[i] + nz[i] * h, &q); ao[i] += max1(h - d, 0) * w; } \
            } \
            for (int k = 0; k < 9; k++) for (int i = 0; i < LANES; i++) { \
                float q, d = MAP(px[i] + nx[i] * .02f + key_x * st[i], py_[i] + ny[i] * .02f + key_y * st[i], pz[i] + nz[i] * .02f + key_z * st[i], &q); \
                sh[i] = min1(sh[i], 5.f * d / st[i]); st[i] += clamp(d, .05f, .2f); \
            } \
            for (int i = 0; i < LANES; i++) if (hit[i] > 0) { \
                Point p; float x = px[i] * scene->scale, y = py_[i] * scene->scale, z = pz[i] * scene->scale; \
                for (int c = 0; c < 3; c++) { \
                    p.n[c] = R[c * 3] * nx[i] + R[c * 3 + 1] * ny[i] + R[c * 3 + 2] * nz[i]; \
                    p.d[c] = R[c * 3] * dx[i] + R[c * 3 + 1] * dy[i] + R[c * 3 + 2] * dz[i]; \
                    p.p[c] = R[c * 3] * x + R[c * 3 + 1] * y + R[c * 3 + 2] * z; \
                } \
                p.ao = ao[i]; p.shadow = sh[i]; p.material = (int)mt[i]; \
                for (int l = 0; l < look_count; l++) { \
                    float rgb[3], *a = acc[l] + (bx + i) / ss * 4; shade(&p, scene->key, looks + l, rgb); \
                    a[0] += rgb[0]; a[1] += rgb[1]; a[2] += rgb[2]; a[3] += 1; \
                } \
            } \
        } \
        float n = 255.f / (ss * ss); \
        for (int l = 0; l < look_count; l++) { \
            unsigned char *line = out + ((size_t)l * width + row) * width * 4; \
            for (int i = 0; i < width * 4; i++) line[i] = (unsigned char)clamp(acc[l][i] * n + .5f, 0, 255); \
        } \
    } \
}

#define SHAPE(CLASS, V) \
    INLINE float map_##CLASS##V(float x, float y, float z, float *m) { return CLASS(x, y, z, V, m); } \
    DEFINE_RENDER(render_##CLASS##V, map_##CLASS##V)
SHAPE(coin, 0) SHAPE(coin, 1) SHAPE(coin, 2)
SHAPE(packet, 0) SHAPE(packet, 1)
SHAPE(gift, 0) SHAPE(gift, 1)
SHAPE(bars, 0) SHAPE(bars, 1)
SHAPE(piggy, 0) SHAPE(piggy, 1)
SHAPE(shield, 0) SHAPE(shield, 1)
SHAPE(wallet, 0) SHAPE(wallet, 1)
SHAPE(rocket, 0)
SHAPE(trophy, 0) SHAPE(trophy, 1)
SHAPE(safe, 0)
SHAPE(calendar, 0) SHAPE(calendar, 1)
SHAPE(coupon, 0) SHAPE(coupon, 1)
SHAPE(phone, 0) SHAPE(phone, 1)
SHAPE(card, 0)
SHAPE(chart, 0)

typedef void (*Render)(const Scene *, const Look *, int, unsigned char *, int, int);
static const Render SHAPES[] = {
    render_coin0, render_coin1, render_coin2, render_packet0, render_packet1, render_gift0, render_gift1,
    render_bars0, render_bars1, render_piggy0, render_piggy1, render_shield0, render_shield1,
    render_wallet0, render_wallet1, render_rocket0, render_trophy0, render_trophy1, render_safe0,
    render_calendar0, render_calendar1, render_coupon0, render_coupon1, render_phone0, render_phone1, render_card0, render_chart0,
};

/* out: count x look_count x width x width x 4 */
void render_batch(const Scene *scenes, const Look *looks, int count, int look_count, unsigned char *out, int width, int supersampling) {
    size_t stride = (size_t)look_count * width * width * 4;
#pragma omp parallel for schedule(dynamic, 1)
    for (int i = 0; i < count; i++)
        SHAPES[(int)scenes[i].shape](scenes + i, looks + (size_t)i * look_count, look_count, out + i * stride, width, supersampling);
}
