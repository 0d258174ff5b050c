;; The float functions that the effects call, built into each of them: browser and Python agree to the bit.
;; The coefficients are minimax fits of ours; relative errors stay below 2e-6 (tests/dsp/test_math.py).
(module
  ;; e^x. Finite for every finite x: the argument is held between -87 and 88.
  (func $exp (export "_expf") (param $x f32) (result f32)
    (local $sum f32) (local $n f32) (local $r f32) (local $r2 f32)
    (local.set $x (f32.min (f32.max (local.get $x) (f32.const -87)) (f32.const 88)))
    ;; Added to 1.5 * 2^23, x / ln 2 loses its fraction, and the low bits of the sum are the whole number n.
    (local.set $sum (f32.add (f32.mul (local.get $x) (f32.const 1.4426950408889634)) (f32.const 12582912)))
    (local.set $n (f32.sub (local.get $sum) (f32.const 12582912)))
    ;; x = n ln 2 + r; ln 2 comes in two parts, so that r keeps its digits
    (local.set $r (f32.sub
      (f32.sub (local.get $x) (f32.mul (local.get $n) (f32.const 0.693359375)))
      (f32.mul (local.get $n) (f32.const -0.00021219444005469058))))
    ;; e^r = 1 + r + r^2 p(r), in pairs of terms, which the processor works out side by side
    (local.set $r2 (f32.mul (local.get $r) (local.get $r)))
    (f32.add (f32.const 0.49999201) (f32.mul (f32.const 0.16667134) (local.get $r)))
    (f32.add (f32.const 0.041894499) (f32.mul (f32.const 0.0083120493) (local.get $r)))
    local.get $r2 f32.mul f32.add
    local.get $r2 f32.mul
    (f32.add (f32.const 1) (local.get $r))
    f32.add
    ;; 2^n, from the bits of an exponent
    (f32.reinterpret_i32 (i32.add
      (i32.shl (i32.reinterpret_f32 (local.get $sum)) (i32.const 23))
      (i32.const 0x3f800000)))
    f32.mul)

  ;; ln x. What is not above the smallest normal number counts as that: about -87.3.
  (func (export "_logf") (param $x f32) (result f32)
    (local $above i32) (local $t f32) (local $t2 f32)
    ;; x = 2^n (1 + t), and 1 + t lies between sqrt(1/2), whose bits are 0x3f3504f3, and sqrt(2)
    (local.set $above (i32.sub
      (i32.reinterpret_f32 (f32.max (local.get $x) (f32.const 0x1p-126)))
      (i32.const 0x3f3504f3)))
    (local.set $t (f32.sub
      (f32.reinterpret_i32 (i32.add (i32.and (local.get $above) (i32.const 0x007fffff)) (i32.const 0x3f3504f3)))
      (f32.const 1)))
    ;; ln(1 + t) = t + t^2 p(t), in pairs of terms
    (local.set $t2 (f32.mul (local.get $t) (local.get $t)))
    (f32.add (f32.const -0.50000320) (f32.mul (f32.const 0.33334714) (local.get $t)))
    (f32.add (f32.const -0.24971229) (f32.mul (f32.const 0.19906883) (local.get $t)))
    local.get $t2 f32.mul f32.add
    (f32.add (f32.const -0.17243226) (f32.mul (f32.const 0.16180500) (local.get $t)))
    (f32.mul (f32.const -0.10082372) (local.get $t2))
    f32.add
    (f32.mul (local.get $t2) (local.get $t2))
    f32.mul f32.add
    local.get $t2 f32.mul
    local.get $t f32.add
    (f32.mul
      (f32.convert_i32_s (i32.shr_s (local.get $above) (i32.const 23)))
      (f32.const 0.6931471805599453))
    f32.add)

  ;; tanh x: a polynomial near 0, elsewhere 1 - 2 / (e^2x + 1).
  (func (export "_tanhf") (param $x f32) (result f32)
    (local $z f32)
    (if (result f32) (f32.lt (f32.abs (local.get $x)) (f32.const 0.6))
      (then
        (local.set $z (f32.mul (local.get $x) (local.get $x)))
        ;; tanh x = x + x z p(z), z = x^2
        f32.const -0.0059058680
        local.get $z f32.mul f32.const 0.020805385 f32.add
        local.get $z f32.mul f32.const -0.053786684 f32.add
        local.get $z f32.mul f32.const 0.13331959 f32.add
        local.get $z f32.mul f32.const -0.33333299 f32.add
        local.get $z f32.mul local.get $x f32.mul
        local.get $x f32.add)
      (else
        (f32.sub
          (f32.const 1)
          (f32.div
            (f32.const 2)
            (f32.add (f32.const 1) (call $exp (f32.mul (f32.const 2) (f32.abs (local.get $x)))))))
        local.get $x
        f32.copysign))))
